using System.Collections.Immutable;
using System.Net;

namespace Cybernetes.Proxy.Pods;

/// <summary>What ip-masq-agent's configuration says: destinations that pods reach under their own address.</summary>
public sealed record MasqueradeConfig(ImmutableArray<IPNetwork> NonMasqueradeCidrs, bool MasqueradesLinkLocal, TimeSpan ResyncInterval)
{
    /// <summary>The cluster's own ranges stay, everything else is masqueraded.</summary>
    public static MasqueradeConfig Of(ImmutableArray<IPNetwork> cluster) => new(cluster, true, TimeSpan.FromSeconds(60));
}
