using System.Net;
using Cybernetes.Api.NetworkingV1;
using Cybernetes.ApiServer.ClusterView;
using IPAddress = System.Net.IPAddress;

namespace Cybernetes.ApiServer.Services;

/// <summary>
/// The networks that Services have their addresses from: those of the ServiceCIDR objects that are ready and stay (KEP-1880). Before the
/// first such object is there, those of the server's flags.
/// </summary>
internal sealed class ServiceNetworks(IClusterView cluster, AddressFamilies families)
{
    /// <summary>The networks of a family that addresses may be taken from.</summary>
    public IReadOnlyList<IPNetwork> Ready(string family)
    {
        var ranges = cluster.List<ServiceCIDR>();
        return ranges.Count == 0
            ? [.. families.Configured(family)]
            : [.. ranges.Where(IsReady).OrderBy(range => range.Metadata.CreationTimestamp.Moment).ThenBy(range => range.Metadata.Name, StringComparer.Ordinal)
                .SelectMany(range => range.Spec.Cidrs).Select(Parse).OfType<IPNetwork>()
                .Where(network => AddressFamilies.Of(network.BaseAddress) == family).Distinct()];
    }

    /// <summary>Whether an address lies in one of them and is one that a Service may have.</summary>
    public bool Contains(IPAddress address) => Ready(AddressFamilies.Of(address)).Any(network => IsUsable(network, address));

    // The network's own address is nobody's, and so is IPv4's broadcast address.
    private static bool IsUsable(IPNetwork network, IPAddress address) =>
        network.Contains(address) && !address.Equals(network.BaseAddress)
        && (AddressFamilies.Of(address) == AddressFamilies.V6 || !address.Equals(ServiceRange.At(network, ((UInt128)1 << (32 - network.PrefixLength)) - 1)));

    private static bool IsReady(ServiceCIDR range) =>
        range.Metadata.DeletionTimestamp is null && range.Status.Conditions.FirstOrDefault(condition => condition.Type == "Ready")?.Status is null or "True";

    private static IPNetwork? Parse(string text) => IPNetwork.TryParse(text, out var network) ? network : null;
}
