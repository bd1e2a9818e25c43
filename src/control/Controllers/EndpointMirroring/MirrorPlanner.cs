using System.Net;
using System.Net.Sockets;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.DiscoveryV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Controllers.ServiceEndpoints;
using Cybernetes.Controllers.Workloads;
using SlicePort = Cybernetes.Api.DiscoveryV1.EndpointPort;

namespace Cybernetes.Controllers.EndpointMirroring;

/// <summary>The EndpointSlices that say what an Endpoints object says. Pure.</summary>
public static class MirrorPlanner
{
    /// <summary>Who manages the slices.</summary>
    public const string ManagedBy = "endpointslicemirroring-controller.k8s.io";

    private const string SkipLabel = "endpointslice.kubernetes.io/skip-mirror";
    private const string LeaderAnnotation = "control-plane.alpha.kubernetes.io/leader";
    private const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    /// <summary>What is to be done, how many addresses are too many, and how many are none.</summary>
    public sealed record Mirror(SlicePlan Plan, int Skipped, int Invalid);

    /// <summary>Whether an Endpoints object is mirrored at all.</summary>
    public static bool IsMirrored(Endpoints endpoints) =>
        endpoints.Metadata.Labels.GetValueOrDefault(SkipLabel) != "true" && !endpoints.Metadata.Annotations.ContainsKey(LeaderAnnotation);

    /// <summary>What turns the existing mirrors into those wanted.</summary>
    /// <param name="endpoints">The object mirrored.</param>
    /// <param name="existing">Its mirrors.</param>
    /// <param name="limit">How many addresses of a subset are mirrored.</param>
    public static Mirror Plan(Endpoints endpoints, IReadOnlyList<EndpointSlice> existing, int limit)
    {
        var (wanted, skipped, invalid) = WantedOf(endpoints, limit);
        var (create, update) = (new List<EndpointSlice>(), new List<EndpointSlice>());
        var left = existing.ToList();
        foreach (var slice in wanted)
        {
            var now = left.FirstOrDefault(one => one.AddressType == slice.AddressType && one.Ports == slice.Ports);
            if (now is null)
            {
                create.Add(slice);
                continue;
            }

            left.Remove(now);
            if (Changed(now, slice) is { } changed)
            {
                update.Add(changed);
            }
        }

        // A new slice can be an old one that is no longer needed; the family of a slice never changes.
        foreach (var slice in create.ToList())
        {
            if (left.FirstOrDefault(one => one.AddressType == slice.AddressType) is { } free)
            {
                left.Remove(free);
                create.Remove(slice);
                update.Add(Changed(free, slice) ?? free);
            }
        }

        return new Mirror(new SlicePlan(create, update, left), skipped, invalid);
    }

    private static (List<EndpointSlice> Wanted, int Skipped, int Invalid) WantedOf(Endpoints endpoints, int limit)
    {
        var wanted = new List<(string Type, ValueList<SlicePort> Ports, List<Endpoint> Endpoints)>();
        var (skipped, invalid) = (0, 0);
        foreach (var subset in endpoints.Subsets)
        {
            var ports = subset.Ports.Select(port => new SlicePort { Name = port.Name, Port = port.Port, Protocol = port.Protocol, AppProtocol = port.AppProtocol }).ToValueList();
            var taken = 0;
            foreach (var (address, ready) in subset.Addresses.Select(one => (one, true)).Concat(subset.NotReadyAddresses.Select(one => (one, false))))
            {
                if (taken >= limit)
                {
                    skipped++;
                    continue;
                }

                if (!IPAddress.TryParse(address.Ip, out var ip))
                {
                    invalid++;
                    continue;
                }

                var type = ip.AddressFamily == AddressFamily.InterNetworkV6 ? "IPv6" : "IPv4";
                var group = wanted.Find(one => one.Type == type && one.Ports == ports);
                if (group.Endpoints is null)
                {
                    wanted.Add(group = (type, ports, []));
                }

                var endpoint = EndpointOf(address, ready);
                if (!group.Endpoints.Any(one => one.Addresses == endpoint.Addresses && one.TargetRef?.Uid == endpoint.TargetRef?.Uid))
                {
                    group.Endpoints.Add(endpoint);
                }

                taken++;
            }
        }

        return ([.. wanted.Select(one => SliceOf(endpoints, one.Type, one.Ports, one.Endpoints))], skipped, invalid);
    }

    private static Endpoint EndpointOf(EndpointAddress address, bool ready) => new()
    {
        Addresses = [address.Ip],
        Conditions = new EndpointConditions { Ready = ready },
        TargetRef = address.TargetRef,
        NodeName = address.NodeName,
        Hostname = address.Hostname.Length > 0 ? address.Hostname : null,
    };

    private static EndpointSlice SliceOf(Endpoints endpoints, string type, ValueList<SlicePort> ports, List<Endpoint> addresses) => new()
    {
        Metadata = new ObjectMeta
        {
            GenerateName = endpoints.Metadata.Name + "-",
            Namespace = endpoints.Metadata.Namespace,
            Labels = endpoints.Metadata.Labels.With(SlicePlanner.ServiceNameLabel, endpoints.Metadata.Name).With(SlicePlanner.ManagedByLabel, ManagedBy),
            Annotations = endpoints.Metadata.Annotations.Without(LastApplied).Without(ServicePods.LastChangeAnnotation),
            OwnerReferences = [endpoints.ToControllerReference()],
        },
        AddressType = type,
        Ports = ports,
        Endpoints = addresses.ToValueList(),
    };

    // The slice as it should be; null where it is so already.
    private static EndpointSlice? Changed(EndpointSlice now, EndpointSlice wanted)
    {
        var changed = now with
        {
            Metadata = now.Metadata with { Labels = wanted.Metadata.Labels, Annotations = wanted.Metadata.Annotations, OwnerReferences = wanted.Metadata.OwnerReferences },
            Ports = wanted.Ports,
            Endpoints = wanted.Endpoints,
        };
        return changed.Ports == now.Ports && changed.Endpoints == now.Endpoints && changed.Metadata.Labels == now.Metadata.Labels
            && now.Metadata.Annotations.Without(ServicePods.LastChangeAnnotation) == changed.Metadata.Annotations ? null : changed;
    }
}
