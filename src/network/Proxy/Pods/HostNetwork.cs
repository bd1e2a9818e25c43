using System.Net;

namespace Cybernetes.Proxy.Pods;

/// <summary>
/// The real node, by /proc/sys and iproute2. Our routes carry protocol number 96, so that those of an earlier run are known and traffic goes
/// on over a restart.
/// </summary>
public sealed class HostNetwork : IHostNetwork
{
    private const string Protocol = "96";
    private readonly HostCommand _host;
    private readonly Tunnel _tunnel;
    private Dictionary<IPNetwork, PodRoute?>? _current;

    /// <summary><paramref name="namespacePath"/>: another network namespace ("/run/netns/x"); null: this process's own.</summary>
    public HostNetwork(string? namespacePath = null)
    {
        _host = new HostCommand(namespacePath);
        _tunnel = new Tunnel(_host);
    }

    /// <inheritdoc/>
    public void SetSysctl(string name, string value)
    {
        var path = "/proc/sys/" + name;
        if (File.Exists(path) && File.ReadAllText(path).Trim() != value)
        {
            File.WriteAllText(path, value);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<string?> SetPeersAsync(PodNode self, IReadOnlyCollection<PodNode> peers, CancellationToken cancellationToken)
    {
        // 1. What an earlier run left: sent anew below, or taken away.
        _current ??= await ReadAsync(cancellationToken);
        if (peers.Count == 0 && _current.Count == 0)
        {
            return await _tunnel.SetAsync(self, [], cancellationToken);
        }

        // 2. The way to each range, and the tunnel where one is needed.
        var networks = PodRoutes.Networks((await _host.RunAsync("ip -o addr show", cancellationToken)).Output);
        var routes = PodRoutes.Of(self, peers, networks);
        var problem = await _tunnel.SetAsync(self, [.. routes.Values.Where(r => r.Tunnel is not null).Select(r => (r.Tunnel!.Value, r.Via)).Distinct()], cancellationToken);

        // 3. The routes.
        foreach (var range in _current.Keys.Except(routes.Keys).ToList())
        {
            await _host.TryAsync($"ip route del {range} proto {Protocol}", cancellationToken);
            _current.Remove(range);
        }

        foreach (var (range, route) in routes.Where(r => !_current.TryGetValue(r.Key, out var known) || known != r.Value).ToList())
        {
            var through = route.Tunnel is null ? "" : $" dev {Tunnel.Device} onlink";
            var error = await _host.TryAsync($"ip route replace {range} via {route.Via}{through} proto {Protocol}", cancellationToken);
            if (error is null)
            {
                _current[range] = route;
            }

            problem ??= error;
        }

        return problem;
    }

    private async Task<Dictionary<IPNetwork, PodRoute?>> ReadAsync(CancellationToken cancellationToken)
    {
        var four = (await _host.RunAsync($"ip -o route show proto {Protocol}", cancellationToken)).Output;
        var six = (await _host.RunAsync($"ip -6 -o route show proto {Protocol}", cancellationToken)).Output;
        return PodRoutes.Destinations(four + six).Distinct().ToDictionary(range => range, _ => (PodRoute?)null);
    }
}
