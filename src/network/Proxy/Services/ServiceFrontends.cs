using System.Collections.Immutable;
using System.Net;
using Cybernetes.Api.CoreV1;
using Cybernetes.Nftables;

namespace Cybernetes.Proxy.Services;

/// <summary>The addresses of a Service in a family, sorted by what they are. Addresses that cannot be read are left out.</summary>
internal sealed record ServiceFrontends(ImmutableArray<string> Cluster, ImmutableArray<string> External, ImmutableArray<string> Balancer, ImmutableArray<string> SourceRanges)
{
    private const string ProxyNameLabel = "service.kubernetes.io/service-proxy-name";

    /// <summary>Whether this proxy serves the Service at all: it has a cluster address and is not left to another proxy.</summary>
    public static bool IsProxied(Service service) =>
        service.Spec.Type != "ExternalName" && service.Spec.ClusterIP is not ("" or "None")
        && !service.Metadata.Labels.ContainsKey(ProxyNameLabel);

    /// <summary>Reads the addresses.</summary>
    public static ServiceFrontends Read(Service service, NftFamily family)
    {
        var spec = service.Spec;
        IEnumerable<string> cluster = spec.ClusterIPs.Count > 0 ? spec.ClusterIPs : [spec.ClusterIP];
        var balancer = spec.Type == "LoadBalancer"
            ? service.Status.LoadBalancer.Ingress.Where(i => (i.IpMode ?? "VIP") == "VIP").Select(i => i.Ip) : [];
        var ranges = spec.Type == "LoadBalancer" ? spec.LoadBalancerSourceRanges.Select(r => r.Trim()).ToList() : [];
        return new ServiceFrontends(Of(cluster, family), Of(spec.ExternalIPs, family), Of(balancer, family),
            ranges.Count == 0 ? [] : Ranges(ranges, family));
    }

    /// <summary>There are source ranges, though perhaps none of this family: then nobody is let in.</summary>
    public static bool IsFiltered(Service service) => service.Spec.Type == "LoadBalancer" && service.Spec.LoadBalancerSourceRanges.Count > 0;

    private static ImmutableArray<string> Of(IEnumerable<string> addresses, NftFamily family) =>
        [.. addresses.Select(a => IPAddress.TryParse(a, out var address) && ProxyNode.Is(family, address) ? address.ToString() : "").Where(a => a.Length > 0).Distinct()];

    private static ImmutableArray<string> Ranges(IEnumerable<string> ranges, NftFamily family)
    {
        var networks = new List<IPNetwork>();
        foreach (var range in ranges)
        {
            var slash = range.IndexOf('/');
            if (slash > 0 && IPAddress.TryParse(range.AsSpan(0, slash), out var address) && ProxyNode.Is(family, address)
                && int.TryParse(range.AsSpan(slash + 1), out var bits) && bits >= 0 && bits <= address.GetAddressBytes().Length * 8)
            {
                networks.Add(Masked(address, bits));
            }
        }

        // Intervals that overlap are refused by nft: what lies in another one is left out.
        return [.. networks.Distinct().Where(n => !networks.Exists(o => !o.Equals(n) && o.PrefixLength < n.PrefixLength && o.Contains(n.BaseAddress))).Select(n => n.ToString())];
    }

    private static IPNetwork Masked(IPAddress address, int bits)
    {
        var bytes = address.GetAddressBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            var keep = Math.Clamp(bits - (i * 8), 0, 8);
            bytes[i] &= (byte)(0xFF00 >> keep);
        }

        return new IPNetwork(new IPAddress(bytes), bits);
    }
}
