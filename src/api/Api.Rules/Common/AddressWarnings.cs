using System.Net;
using System.Net.Sockets;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Warnings of addresses that are written unusually.</summary>
internal static class AddressWarnings
{
    public static void Ip(string value, string path, List<string> warnings)
    {
        if (Check.TryIp(value, out var address))
        {
            Compare(value, address, address.ToString(), "IP address", "address", path, warnings);
        }
    }

    public static void Cidr(string value, string path, List<string> warnings)
    {
        if (!Check.TryCidr(value, out var address, out var bits))
        {
            return;
        }

        var bytes = address.GetAddressBytes();
        var masked = Check.Masked(bytes, bits);
        if (!masked.SequenceEqual(bytes))
        {
            warnings.Add($"{path}: CIDR value {GoText.Quote(value)} is ambiguous in this context (should be {GoText.Quote(new IPAddress(masked) + "/" + bits)} or {GoText.Quote(address.ToString())}?)");
            return;
        }

        Compare(value, address, $"{address}/{bits}", "CIDR value", "CIDR value", path, warnings);
    }

    private static void Compare(string value, IPAddress address, string canonical, string what, string sixWhat, string path, List<string> warnings)
    {
        if (value == canonical)
        {
            return;
        }

        warnings.Add(address.AddressFamily == AddressFamily.InterNetwork
            ? $"{path}: non-standard {what} {GoText.Quote(value)} will be considered invalid in a future Kubernetes release: use {GoText.Quote(canonical)}"
            : $"{path}: IPv6 {sixWhat} {GoText.Quote(value)} should be in RFC 5952 canonical format ({GoText.Quote(canonical)})");
    }
}
