using System.Net;
using System.Net.Sockets;

namespace Cybernetes.ApiServer.Services;

/// <summary>The families of the cluster's Service networks, in order, by upstream's names.</summary>
internal sealed class AddressFamilies(IReadOnlyList<IPNetwork> networks)
{
    public const string V4 = "IPv4";
    public const string V6 = "IPv6";

    private readonly string[] _families = [.. networks.Select(network => Of(network.BaseAddress)).Distinct()];

    public string Default => _families[0];

    public bool IsDual => _families.Length > 1;

    public bool Has(string family) => _families.Contains(family);

    public static string Other(string family) => family == V4 ? V6 : V4;

    /// <summary>The networks of the server's own flags, from which the ServiceCIDR "kubernetes" was made.</summary>
    public IEnumerable<IPNetwork> Configured(string family) => networks.Where(network => Of(network.BaseAddress) == family);

    public static string Of(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6 ? V6 : V4;
}
