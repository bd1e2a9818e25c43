using System.Security.Cryptography;
using Cybernetes.Api.CoreV1;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Services;

/// <summary>
/// Which node ports are taken: those of every Service in the cache, and those reserved by writes under way. One table for all protocols, as
/// upstream's. Thread safe.
/// </summary>
internal sealed class NodePortAllocator(IClusterView cluster, int first, int last)
{
    private readonly Lock _lock = new();
    private readonly HashSet<int> _reserved = [];

    public string Range => $"{first}-{last}";

    public bool IsInRange(int port) => port >= first && port <= last;

    /// <summary>Reserves a port; false where it is taken.</summary>
    public bool TryReserve(int port)
    {
        lock (_lock)
        {
            return !InUse().Contains(port) && _reserved.Add(port);
        }
    }

    /// <summary>Reserves any free port; null where there is none.</summary>
    public int? ReserveAny()
    {
        lock (_lock)
        {
            var used = InUse();
            used.UnionWith(_reserved);
            var count = last - first + 1;
            var start = RandomNumberGenerator.GetInt32(count);
            for (var i = 0; i < count; i++)
            {
                var port = first + ((start + i) % count);
                if (!used.Contains(port))
                {
                    _reserved.Add(port);
                    return port;
                }
            }

            return null;
        }
    }

    /// <summary>Ends reservations: what was written is in the cache by then, or soon.</summary>
    public void Release(IEnumerable<int> ports)
    {
        lock (_lock)
        {
            _reserved.ExceptWith(ports);
        }
    }

    public static IEnumerable<int> PortsOf(Service service) =>
        service.Spec.Ports.Select(port => port.NodePort).Append(service.Spec.HealthCheckNodePort).Where(port => port != 0);

    private HashSet<int> InUse() => [.. cluster.List<Service>().SelectMany(PortsOf)];
}
