using System.Diagnostics;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.DiscoveryV1;
using Cybernetes.Nftables;
using Cybernetes.Proxy.Services;

namespace Cybernetes.Proxy.Host;

/// <summary>The UDP side of a Service in a family: where clients send, and where packets end.</summary>
internal sealed record UdpState(IReadOnlySet<(string Address, int Port)> Frontends, IReadOnlySet<int> NodePorts, IReadOnlySet<(string Address, int Port)> Endpoints)
{
    public static readonly UdpState None = new(new HashSet<(string, int)>(), new HashSet<int>(), new HashSet<(string, int)>());

    public static UdpState Of(Service? service, IReadOnlyCollection<EndpointSlice> slices, ProxyNode node)
    {
        if (service is null || !ServiceFrontends.IsProxied(service) || !service.Spec.Ports.Any(p => p.Protocol == "UDP"))
        {
            return None;
        }

        var frontends = new HashSet<(string, int)>();
        var nodePorts = new HashSet<int>();
        var endpoints = new HashSet<(string, int)>();
        foreach (var family in (NftFamily[])[NftFamily.Ip, NftFamily.Ip6])
        {
            var addresses = ServiceFrontends.Read(service, family);
            foreach (var port in service.Spec.Ports.Where(p => p.Protocol == "UDP"))
            {
                frontends.UnionWith(addresses.Cluster.Concat(addresses.External).Concat(addresses.Balancer).Select(a => (a, port.Port)));
                if (port.NodePort > 0)
                {
                    nodePorts.Add(port.NodePort);
                }

                var chosen = ChosenEndpoints.Choose(ChosenEndpoints.Read(slices, port.Name, "udp", family, node), node);
                endpoints.UnionWith(chosen.Cluster.Concat(chosen.Local).Select(e => (e.Address, e.Port)));
            }
        }

        return new UdpState(frontends, nodePorts, endpoints);
    }
}

/// <summary>
/// UDP has no end of a connection: flows the kernel remembers to an endpoint that is gone, or to a Service that had none, would
/// go on into the void. They are removed with conntrack after the rules have changed.
/// </summary>
internal static class StaleFlows
{
    /// <summary>The arguments of conntrack for what a Service no longer is.</summary>
    public static IReadOnlyList<string[]> Between(UdpState before, UdpState after)
    {
        var deletions = new List<string[]>();
        if (before.Frontends.Count == 0 && after.Frontends.Count == 0)
        {
            return [];
        }

        foreach (var (address, _) in before.Endpoints.Except(after.Endpoints))
        {
            foreach (var (frontend, number) in before.Frontends)
            {
                if (frontend.Contains(':') == address.Contains(':'))
                {
                    deletions.Add([.. Family(address), "-D", "-p", "udp", "--orig-dst", frontend, "--orig-port-dst", $"{number}", "--dst-nat", address]);
                }
            }

            foreach (var nodePort in before.NodePorts)
            {
                deletions.Add([.. Family(address), "-D", "-p", "udp", "--orig-port-dst", $"{nodePort}", "--dst-nat", address]);
            }
        }

        // Flows that began while there was nobody to answer were never translated.
        if (before.Endpoints.Count == 0 && after.Endpoints.Count > 0)
        {
            foreach (var (frontend, number) in after.Frontends)
            {
                deletions.Add([.. Family(frontend), "-D", "-p", "udp", "--orig-dst", frontend, "--orig-port-dst", $"{number}"]);
            }

            foreach (var nodePort in after.NodePorts)
            {
                deletions.Add(["-D", "-p", "udp", "--orig-port-dst", $"{nodePort}"]);
            }
        }

        return deletions;
    }

    /// <summary>Removes the flows; that there are none is no failure.</summary>
    public static async Task CleanAsync(IEnumerable<string[]> deletions, CancellationToken cancellationToken)
    {
        foreach (var arguments in deletions)
        {
            try
            {
                using var process = Process.Start(new ProcessStartInfo("conntrack", arguments) { RedirectStandardError = true, RedirectStandardOutput = true });
                if (process is not null)
                {
                    await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
                    await process.WaitForExitAsync(cancellationToken);
                }
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // No conntrack program: flows end by their own timeout.
                return;
            }
        }
    }

    private static string[] Family(string address) => address.Contains(':') ? ["-f", "ipv6"] : [];
}
