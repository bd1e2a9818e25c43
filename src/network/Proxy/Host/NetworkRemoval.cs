using Cybernetes.Nftables;
using Cybernetes.Proxy.Pods;
using Cybernetes.Proxy.Policy;
using Cybernetes.Proxy.Services;

namespace Cybernetes.Proxy.Host;

/// <summary>Leaves the machine's network as it was before the cluster: our tables, routes and CNI list go, nobody else's.</summary>
public static class NetworkRemoval
{
    /// <summary>Removes everything; the problems met, which do not stop it.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(INftables nftables, IHostNetwork host, string confDir, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        foreach (var table in (string[])[ProxyNames.Table, PolicyProgram.Table, MasqueradeProgram.PodNetworkTable])
        {
            foreach (var family in (NftFamily[])[NftFamily.Ip, NftFamily.Ip6])
            {
                if ((await nftables.ApplyAsync(new NftLedger(family, table, "").Removal(), cancellationToken)).Error is { } error)
                {
                    problems.Add(error);
                }
            }
        }

        if (await host.SetPeersAsync(new PodNode([], []), [], cancellationToken) is { } problem)
        {
            problems.Add(problem);
        }

        if (Directory.Exists(confDir))
        {
            File.Delete(Path.Combine(confDir, CniConfig.FileName));
        }

        return problems;
    }

    /// <summary>Removes everything from this machine.</summary>
    public static Task<IReadOnlyList<string>> RunAsync(string confDir, CancellationToken cancellationToken) =>
        RunAsync(new NftRunner(), new HostNetwork(), confDir, cancellationToken);
}
