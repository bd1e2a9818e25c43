using Cybernetes.Api.CoreV1;

namespace Cybernetes.ApiServer.Printing.Kinds;

/// <summary>Endpoints in one cell.</summary>
internal static class EndpointTexts
{
    private const int Max = 3;

    public static string Of(Endpoints endpoints)
    {
        if (endpoints.Subsets.IsEmpty)
        {
            return Cells.None;
        }

        var all = endpoints.Subsets.SelectMany(subset => subset.Ports.IsEmpty
            ? subset.Addresses.Select(address => address.Ip)
            : subset.Ports.SelectMany(port => subset.Addresses.Select(address => Host(address.Ip, port.Port)))).ToArray();
        return all.Length == 0 ? Cells.None : Cells.Few(all, Max);
    }

    private static string Host(string ip, int port) => ip.Contains(':', StringComparison.Ordinal) ? $"[{ip}]:{Cells.Text(port)}" : $"{ip}:{Cells.Text(port)}";
}
