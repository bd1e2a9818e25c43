using System.Net;
using System.Net.Sockets;

namespace Cybernetes.Proxy.Pods;

/// <summary>
/// The VXLAN device (RFC 7348) to nodes that are on other networks. Its ends are told to the kernel one by one: nothing is learnt and nothing
/// is flooded. What an earlier run left is taken over.
/// </summary>
internal sealed class Tunnel(HostCommand host)
{
    public const string Device = "c8s.vxlan";
    private const int Id = 96;
    private const int Port = 8472;
    private readonly HashSet<(TunnelEnd End, IPAddress Inner)> _known = [];
    private IPAddress? _outer;
    private bool _looked;

    /// <summary>Makes these the tunnel's ends; none: there is no device. A problem's text, or null.</summary>
    public async Task<string?> SetAsync(PodNode self, IReadOnlyCollection<(TunnelEnd End, IPAddress Inner)> ends, CancellationToken cancellationToken)
    {
        if (ends.Count == 0)
        {
            if (!_looked || _outer is not null)
            {
                await host.TryAsync($"ip link del {Device}", cancellationToken);
                (_looked, _outer) = (true, null);
                _known.Clear();
            }

            return null;
        }

        var problem = await EnsureDeviceAsync(self, cancellationToken);
        foreach (var (end, inner) in _known.Except(ends).ToList())
        {
            await host.TryAsync($"ip neigh del {inner} dev {Device}", cancellationToken);
            if (!ends.Any(e => e.End == end))
            {
                await host.TryAsync($"bridge fdb del {end.LinkAddress} dev {Device} dst {end.Outer} self", cancellationToken);
            }

            _known.Remove((end, inner));
        }

        foreach (var (end, inner) in ends.Except(_known).ToList())
        {
            var error = await host.TryAsync($"bridge fdb replace {end.LinkAddress} dev {Device} dst {end.Outer} self permanent", cancellationToken)
                ?? await host.TryAsync($"ip neigh replace {inner} lladdr {end.LinkAddress} dev {Device} nud permanent", cancellationToken);
            if (error is null)
            {
                _known.Add((end, inner));
            }

            problem ??= error;
        }

        return problem;
    }

    private async Task<string?> EnsureDeviceAsync(PodNode self, CancellationToken cancellationToken)
    {
        var outer = PodRoutes.OuterOf(self)!;
        var there = (await host.RunAsync($"ip -d link show dev {Device}", cancellationToken)).Output;
        if (there.Contains($" local {outer} ", StringComparison.Ordinal))
        {
            (_looked, _outer) = (true, outer);
            return await AddressesAsync(self, cancellationToken);
        }

        _known.Clear();
        (_looked, _outer) = (true, outer);
        await host.TryAsync($"ip link del {Device}", cancellationToken);
        return await host.TryAsync($"ip link add {Device} address {TunnelEnd.Of(outer).LinkAddress} type vxlan id {Id} dstport {Port} local {outer} nolearning", cancellationToken)
            ?? await host.TryAsync($"ip link set {Device} up", cancellationToken)
            ?? await AddressesAsync(self, cancellationToken);
    }

    // The node itself speaks to far pods under the first address of its own range, to which they know the way back.
    private async Task<string?> AddressesAsync(PodNode self, CancellationToken cancellationToken)
    {
        string? problem = null;
        foreach (var range in self.Ranges)
        {
            var bits = range.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
            problem ??= await host.TryAsync($"ip addr replace {range.BaseAddress}/{bits} dev {Device}", cancellationToken);
        }

        return problem;
    }
}
