using Cybernetes.Api.CoreV1;
using Cybernetes.Api.DiscoveryV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Controllers.Workloads;
using EndpointPort = Cybernetes.Api.DiscoveryV1.EndpointPort;

namespace Cybernetes.Controllers.ServiceEndpoints;

/// <summary>
/// Spreads a Service's endpoints over slices with as few writes as may be: endpoints stay in the slice they are in, slices that change anyway
/// are filled, then others that have room, then new ones are made. Pure.
/// </summary>
public static class SlicePlanner
{
    /// <summary>The label that names a slice's Service.</summary>
    public const string ServiceNameLabel = "kubernetes.io/service-name";

    /// <summary>The label that names a slice's manager.</summary>
    public const string ManagedByLabel = "endpointslice.kubernetes.io/managed-by";

    /// <summary>One family's endpoints and the ports they have.</summary>
    public sealed record Group(ValueList<EndpointPort> Ports, List<Endpoint> Endpoints);

    /// <summary>The endpoints of a Service in one family, those with the same ports together.</summary>
    public static List<Group> GroupsOf(Service service, IEnumerable<Pod> pods, bool ipv6, Func<string, Node?> nodes)
    {
        var groups = new SortedDictionary<string, Group>(StringComparer.Ordinal);
        foreach (var pod in pods)
        {
            if (!ServicePods.HasEndpoint(pod, includeTerminating: true) || ServicePods.AddressOf(pod, ipv6) is not { } ip)
            {
                continue;
            }

            var node = pod.Spec.NodeName.Length > 0 ? nodes(pod.Spec.NodeName) : null;
            if (node is null && !service.Spec.PublishNotReadyAddresses)
            {
                // The node has gone and the pod will follow.
                continue;
            }

            var ports = PortsOf(service, pod);
            var key = string.Join(';', ports.Select(port => $"{port.Name}/{port.Protocol}/{port.Port}/{port.AppProtocol}"));
            if (!groups.TryGetValue(key, out var group))
            {
                groups[key] = group = new Group(ports, []);
            }

            group.Endpoints.Add(EndpointOf(service, pod, ip, node));
        }

        return [.. groups.Values];
    }

    /// <summary>What turns the existing slices of one family into those wanted.</summary>
    /// <param name="service">The Service.</param>
    /// <param name="existing">The slices there are, of that family.</param>
    /// <param name="groups">The endpoints wanted.</param>
    /// <param name="addressType">IPv4 or IPv6.</param>
    /// <param name="labels">The slices' labels.</param>
    /// <param name="capacity">How many endpoints a slice holds.</param>
    public static SlicePlan Plan(Service service, IReadOnlyList<EndpointSlice> existing, List<Group> groups, string addressType, ValueMap<string> labels, int capacity)
    {
        var (create, update, delete) = (new List<EndpointSlice>(), new List<EndpointSlice>(), new List<EndpointSlice>());
        var left = existing.ToList();
        foreach (var group in groups)
        {
            var mine = left.Where(slice => slice.Ports == group.Ports).ToList();
            left.RemoveAll(mine.Contains);
            PlanGroup(service, mine, group, addressType, labels, capacity, create, update, delete);
        }

        // A Service without endpoints keeps one empty slice, which tells that there are none.
        if (groups.Count == 0)
        {
            var keep = left.FirstOrDefault(slice => slice.Endpoints.IsEmpty && slice.Ports.IsEmpty) ?? left.FirstOrDefault();
            if (keep is null)
            {
                create.Add(New(service, [], [], addressType, labels));
            }
            else
            {
                left.Remove(keep);
                var empty = keep with { Metadata = keep.Metadata with { Labels = labels }, Endpoints = [], Ports = [] };
                if (empty != keep)
                {
                    update.Add(empty);
                }
            }
        }

        delete.AddRange(left);
        // A new slice can be an old one that is no longer needed.
        while (create.Count > 0 && delete.Count > 0)
        {
            var (made, gone) = (create[^1], delete[^1]);
            update.Add(gone with { Metadata = gone.Metadata with { Labels = labels }, Endpoints = made.Endpoints, Ports = made.Ports });
            create.RemoveAt(create.Count - 1);
            delete.RemoveAt(delete.Count - 1);
        }

        return new SlicePlan(create, update, delete);
    }

    private static void PlanGroup(
        Service service, List<EndpointSlice> mine, Group group, string addressType, ValueMap<string> labels, int capacity,
        List<EndpointSlice> create, List<EndpointSlice> update, List<EndpointSlice> delete)
    {
        var missing = group.Endpoints.ToDictionary(KeyOf);
        var kept = new List<(EndpointSlice Slice, List<Endpoint> Endpoints, bool Changed)>();
        foreach (var slice in mine)
        {
            var endpoints = new List<Endpoint>();
            var changed = slice.Metadata.Labels != labels;
            foreach (var endpoint in slice.Endpoints)
            {
                if (missing.Remove(KeyOf(endpoint), out var wanted))
                {
                    endpoints.Add(wanted);
                    changed |= wanted != endpoint;
                }
                else
                {
                    changed = true;
                }
            }

            kept.Add((slice, endpoints, changed));
        }

        var rest = new Queue<Endpoint>(missing.Values);
        // Fill slices that are written anyway, then, if what is left fits in one of them, one of the others.
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = 0; i < kept.Count && rest.Count > 0; i++)
            {
                var (slice, endpoints, changed) = kept[i];
                if (changed != (pass == 0) || (pass == 1 && capacity - endpoints.Count < Math.Min(rest.Count, capacity)))
                {
                    continue;
                }

                while (rest.Count > 0 && endpoints.Count < capacity)
                {
                    endpoints.Add(rest.Dequeue());
                    kept[i] = (slice, endpoints, true);
                }
            }
        }

        foreach (var (slice, endpoints, changed) in kept)
        {
            if (endpoints.Count == 0)
            {
                delete.Add(slice);
            }
            else if (changed)
            {
                update.Add(slice with { Metadata = slice.Metadata with { Labels = labels }, Endpoints = endpoints.ToValueList() });
            }
        }

        while (rest.Count > 0)
        {
            var endpoints = new List<Endpoint>();
            while (rest.Count > 0 && endpoints.Count < capacity)
            {
                endpoints.Add(rest.Dequeue());
            }

            create.Add(New(service, endpoints.ToValueList(), group.Ports, addressType, labels));
        }
    }

    private static EndpointSlice New(Service service, ValueList<Endpoint> endpoints, ValueList<EndpointPort> ports, string addressType, ValueMap<string> labels) => new()
    {
        Metadata = new ObjectMeta
        {
            GenerateName = service.Metadata.Name + "-",
            Namespace = service.Metadata.Namespace,
            Labels = labels,
            OwnerReferences = [service.ToControllerReference()],
        },
        AddressType = addressType,
        Endpoints = endpoints,
        Ports = ports,
    };

    private static string KeyOf(Endpoint endpoint) =>
        endpoint.TargetRef is { Uid.Length: > 0 } target ? target.Uid + "/" + endpoint.Addresses[0] : string.Join(',', endpoint.Addresses);

    private static ValueList<EndpointPort> PortsOf(Service service, Pod pod)
    {
        var ports = new List<EndpointPort>();
        foreach (var port in service.Spec.Ports)
        {
            if (ServicePods.PortOf(pod, port) is { } number)
            {
                ports.Add(new EndpointPort { Name = port.Name, Port = number, Protocol = port.Protocol, AppProtocol = port.AppProtocol });
            }
        }

        return ports.ToValueList();
    }

    private static Endpoint EndpointOf(Service service, Pod pod, string ip, Node? node)
    {
        var (serving, terminating) = (pod.IsReady(), pod.IsDeleting());
        var hostname = ServicePods.HostnameOf(pod, service);
        var zone = node?.Metadata.Labels.GetValueOrDefault("topology.kubernetes.io/zone");
        var ready = service.Spec.PublishNotReadyAddresses || (serving && !terminating);
        return new Endpoint
        {
            Addresses = [ip],
            Conditions = new EndpointConditions { Ready = ready, Serving = serving, Terminating = terminating },
            Hostname = hostname.Length > 0 ? hostname : null,
            NodeName = pod.Spec.NodeName.Length > 0 ? pod.Spec.NodeName : null,
            Zone = string.IsNullOrEmpty(zone) ? null : zone,
            TargetRef = ServicePods.ReferenceTo(pod),
            Hints = ready ? HintsOf(service, pod, zone) : null,
        };
    }

    private static EndpointHints? HintsOf(Service service, Pod pod, string? zone) => service.Spec.TrafficDistribution switch
    {
        "PreferClose" or "PreferSameZone" when !string.IsNullOrEmpty(zone) => new EndpointHints { ForZones = [new ForZone { Name = zone }] },
        "PreferSameNode" when pod.Spec.NodeName.Length > 0 => new EndpointHints
        {
            ForNodes = [new ForNode { Name = pod.Spec.NodeName }],
            ForZones = string.IsNullOrEmpty(zone) ? default : [new ForZone { Name = zone }],
        },
        _ => null,
    };
}
