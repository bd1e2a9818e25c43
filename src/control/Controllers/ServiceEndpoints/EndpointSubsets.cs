using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Controllers.Workloads;

namespace Cybernetes.Controllers.ServiceEndpoints;

/// <summary>The subsets of a Service's Endpoints: addresses that have the same ports stand together, in a canonical order. Pure.</summary>
public static class EndpointSubsets
{
    private const int Capacity = 1000;

    /// <summary>The subsets of a Service with these pods, and whether addresses were left out because there are too many.</summary>
    public static (ValueList<EndpointSubset> Subsets, bool Truncated) Of(Service service, IEnumerable<Pod> pods)
    {
        var ipv6 = ServicePods.FamiliesOf(service).First();
        var groups = new SortedDictionary<string, Group>(StringComparer.Ordinal);
        foreach (var pod in pods)
        {
            if (!ServicePods.HasEndpoint(pod, service.Spec.PublishNotReadyAddresses) || ServicePods.AddressOf(pod, ipv6) is not { } ip)
            {
                continue;
            }

            var ports = PortsOf(service, pod);
            if (ports.Count == 0 && !(service.Spec.Ports.IsEmpty && ServicePods.IsHeadless(service)))
            {
                continue;
            }

            var key = string.Join(';', ports.Select(port => $"{port.Name}/{port.Protocol}/{port.Port}"));
            if (!groups.TryGetValue(key, out var group))
            {
                groups[key] = group = new Group(ports.ToValueList());
            }

            var address = new EndpointAddress
            {
                Ip = ip,
                Hostname = ServicePods.HostnameOf(pod, service),
                NodeName = pod.Spec.NodeName.Length > 0 ? pod.Spec.NodeName : null,
                TargetRef = ServicePods.ReferenceTo(pod),
            };
            (service.Spec.PublishNotReadyAddresses || pod.IsReady() ? group.Ready : group.NotReady).Add(address);
        }

        var total = groups.Values.Sum(group => group.Ready.Count + group.NotReady.Count);
        var (room, truncated) = (Capacity, total > Capacity);
        var readyTotal = groups.Values.Sum(group => group.Ready.Count);
        var notReadyRoom = Math.Max(0, Capacity - readyTotal);
        var subsets = new List<EndpointSubset>();
        foreach (var group in groups.Values)
        {
            var ready = Take(group.Ready, ref room);
            var notReady = Take(group.NotReady, ref notReadyRoom);
            if (!ready.IsEmpty || !notReady.IsEmpty)
            {
                subsets.Add(new EndpointSubset { Addresses = ready, NotReadyAddresses = notReady, Ports = group.Ports });
            }
        }

        return (subsets.ToValueList(), truncated);
    }

    private static List<EndpointPort> PortsOf(Service service, Pod pod)
    {
        var ports = new List<EndpointPort>();
        foreach (var port in service.Spec.Ports)
        {
            if (ServicePods.PortOf(pod, port) is { } number)
            {
                ports.Add(new EndpointPort { Name = port.Name, Port = number, Protocol = port.Protocol, AppProtocol = port.AppProtocol });
            }
        }

        ports.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name) is var order && order != 0 ? order : a.Port.CompareTo(b.Port));
        return ports;
    }

    private static ValueList<EndpointAddress> Take(List<EndpointAddress> addresses, ref int room)
    {
        addresses.Sort((a, b) => string.CompareOrdinal(a.Ip, b.Ip) is var order && order != 0 ? order : string.CompareOrdinal(a.TargetRef?.Uid, b.TargetRef?.Uid));
        var taken = addresses.Take(room).ToList();
        room -= taken.Count;
        return taken.Count == 0 ? default : taken.ToValueList();
    }

    private sealed record Group(ValueList<EndpointPort> Ports)
    {
        public List<EndpointAddress> Ready { get; } = [];

        public List<EndpointAddress> NotReady { get; } = [];
    }
}
