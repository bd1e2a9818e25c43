using System.Collections.Immutable;
using System.Net;
using Cybernetes.Nftables;

namespace Cybernetes.Proxy.Pods;

/// <summary>Which traffic of pods leaves under the node's address: everything that does not stay within the ranges given.</summary>
internal static class MasqueradeProgram
{
    /// <summary>The table of the pod network.</summary>
    public const string PodNetworkTable = "c8s-pod-network";

    /// <summary>The table of an agent that runs by itself.</summary>
    public const string AgentTable = "ip-masq-agent";

    private const string Chain = "IP-MASQ-AGENT";
    public const string Owner = "(frame)";

    /// <summary>
    /// The table of a family: what pods send to outside of <paramref name="notMasqueraded"/>; without pods, what anybody sends there.
    /// </summary>
    public static NftContribution Build(NftFamily family, IEnumerable<IPNetwork> pods, IEnumerable<IPNetwork> notMasqueraded, bool masqueradeLinkLocal)
    {
        var sources = pods.ToList();
        var from = Of(sources, family);
        if (from.IsEmpty && sources.Count > 0)
        {
            return NftContribution.Empty;
        }

        var destination = NftExpression.Destination(family);
        var linkLocal = family == NftFamily.Ip ? "169.254.0.0/16" : "fe80::/10";
        var stay = Of(notMasqueraded, family);
        if (!masqueradeLinkLocal && !stay.Contains(linkLocal))
        {
            stay = stay.Insert(0, linkLocal);
        }

        var done = new NftVerdict(NftVerdictKind.Return);
        return new NftContribution
        {
            Chains =
            [
                new NftChain("postrouting", new NftBase("nat", NftHook.Postrouting, 101),
                [
                    .. from.IsEmpty ? ImmutableArray<NftRule>.Empty : [new NftRule(new NftMatch(NftExpression.Source(family), from, Negated: true), done)],
                    new NftRule(new NftMatch(NftExpression.DestinationType, ["local"]), done),
                    new NftRule(new NftVerdict(NftVerdictKind.Jump, Chain)),
                ]),
                new NftChain(Chain, null,
                [
                    .. stay.Select(range => new NftRule(new NftMatch(destination, [range]), done)),
                    new NftRule(new NftMasquerade()),
                ]),
            ],
        };
    }

    /// <summary>Makes both families' tables so; what nft said when it refused, or null.</summary>
    public static async ValueTask<string?> ApplyAsync(INftables nftables, string table, IReadOnlyCollection<IPNetwork> pods, MasqueradeConfig config, CancellationToken cancellationToken)
    {
        string? problem = null;
        foreach (var family in (NftFamily[])[NftFamily.Ip, NftFamily.Ip6])
        {
            var ledger = new NftLedger(family, table, "masquerades traffic of pods that leaves the cluster");
            var contribution = Build(family, pods, config.NonMasqueradeCidrs, config.MasqueradesLinkLocal);
            ledger.Put(Owner, contribution);
            problem ??= (await nftables.ApplyAsync(contribution.Chains.IsEmpty ? ledger.Removal() : ledger.Rebuild(), cancellationToken)).Error;
        }

        return problem;
    }

    private static ImmutableArray<string> Of(IEnumerable<IPNetwork> networks, NftFamily family) =>
        [.. Policy.AddressRanges.Merged(networks.Where(n => ProxyNode.Is(family, n.BaseAddress))).Select(Policy.AddressRanges.Text)];
}
