using System.Collections.Immutable;
using System.Net;
using Cybernetes.Nftables;

namespace Cybernetes.Proxy.Pods;

/// <summary>Which traffic of pods leaves under the node's address: everything that does not stay within the ranges given.</summary>
internal static class MasqueradeProgram
{
    public const string Table = "ip-masq-agent";
    public const string Owner = "(frame)";

    /// <summary>The table of a family: from pods, to outside of <paramref name="notMasqueraded"/>.</summary>
    public static NftContribution Build(NftFamily family, IEnumerable<IPNetwork> pods, IEnumerable<IPNetwork> notMasqueraded, bool masqueradeLinkLocal)
    {
        var from = Of(pods, family);
        if (from.IsEmpty)
        {
            return NftContribution.Empty;
        }

        var destination = NftExpression.Destination(family);
        var linkLocal = family == NftFamily.Ip ? "169.254.0.0/16" : "fe80::/10";
        var stay = Of(notMasqueraded, family);
        if (!masqueradeLinkLocal && !stay.Contains(linkLocal))
        {
            stay = stay.Add(linkLocal);
        }

        var done = new NftVerdict(NftVerdictKind.Return);
        return new NftContribution
        {
            Chains =
            [
                new NftChain("postrouting", new NftBase("nat", NftHook.Postrouting, 101),
                [
                    new NftRule(new NftMatch(NftExpression.Source(family), from, Negated: true), done),
                    new NftRule(new NftMatch(NftExpression.DestinationType, ["local"]), done),
                    .. stay.IsEmpty ? ImmutableArray<NftRule>.Empty : [new NftRule(new NftMatch(destination, stay), done)],
                    new NftRule(new NftMasquerade()),
                ]),
            ],
        };
    }

    private static ImmutableArray<string> Of(IEnumerable<IPNetwork> networks, NftFamily family) =>
        [.. Policy.AddressRanges.Merged(networks.Where(n => ProxyNode.Is(family, n.BaseAddress))).Select(Policy.AddressRanges.Text).Order(StringComparer.Ordinal)];
}
