using System.Security.Cryptography;
using System.Text;

namespace Cybernetes.Proxy.Services;

/// <summary>The names in the proxy's table. Table, base chains and Service maps are named as kube-proxy's nftables mode names them.</summary>
internal static class ProxyNames
{
    public const string Table = "kube-proxy";
    public const string Frame = "(frame)";

    // Sets and maps.
    public const string ClusterIps = "cluster-ips";
    public const string NodePortIps = "nodeport-ips";
    public const string NoEndpointServices = "no-endpoint-services";
    public const string NoEndpointNodePorts = "no-endpoint-nodeports";
    public const string ServiceIps = "service-ips";
    public const string ServiceNodePorts = "service-nodeports";
    public const string Endpoints = "endpoints";
    public const string LocalEndpoints = "local-endpoints";
    public const string NodePortEndpoints = "nodeport-endpoints";
    public const string LocalNodePortEndpoints = "local-nodeport-endpoints";
    public const string FirewallIps = "firewall-ips";
    public const string FirewallAllow = "firewall-allow";
    public const string Hairpin = "hairpin-connections";

    // Chains.
    public const string Services = "services";
    public const string Mark = "mark-for-masquerade";
    public const string Masquerading = "masquerading";
    public const string Reject = "reject-chain";

    private const int MaxName = 200;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The map of a protocol: "endpoints-tcp".</summary>
    public static string Of(string map, string protocol) => map + "-" + protocol;

    /// <summary>"service-HASH-ns/name/tcp/port".</summary>
    public static string Service(string kind, string @namespace, string name, string protocol, string port) =>
        Hashed(kind, $"{@namespace}/{name}/{protocol}/{port}");

    /// <summary>"endpoint-HASH-ns/name/tcp/port__10.0.0.1/80".</summary>
    public static string Endpoint(string kind, string @namespace, string name, string protocol, string port, string address, int number) =>
        Hashed(kind, $"{@namespace}/{name}/{protocol}/{port}__{address.Replace(':', '.')}/{number}");

    private static string Hashed(string kind, string rest)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(rest));
        Span<char> text = stackalloc char[8];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = Base32[hash[i] & 31];
        }

        var name = $"{kind}-{text}-{rest}";
        return name.Length > MaxName ? name[..MaxName] : name;
    }
}
