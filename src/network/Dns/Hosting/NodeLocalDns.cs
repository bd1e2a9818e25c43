using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Cybernetes.Nftables;

namespace Cybernetes.Dns.Hosting;

/// <summary>
/// What makes a DNS server a node-local cache (KEP-1024): its addresses on an interface of the node, packets to them kept out of
/// connection tracking (so that the proxy does not translate them), and a Corefile whose __PILLAR__ variables are filled in.
/// </summary>
public sealed class NodeLocalDns(ImmutableArray<IPAddress> addresses, string interfaceName, INftables nftables)
{
    /// <summary>The table with the rules.</summary>
    public const string Table = "nodelocaldns";

    private const int Raw = -300;
    private const int Dns = 53;
    private const int Health = 8080;

    /// <summary>The rules of a family: no tracking of what goes to the cache and what comes from it.</summary>
    public static NftContribution Rules(NftFamily family, IEnumerable<IPAddress> addresses)
    {
        ImmutableArray<string> own = [.. addresses.Where(a => a.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 == (family == NftFamily.Ip6)).Select(a => a.ToString())];
        if (own.IsEmpty)
        {
            return NftContribution.Empty;
        }

        var to = new NftMatch(NftExpression.Destination(family), own);
        var from = new NftMatch(NftExpression.Source(family), own);
        ImmutableArray<string> ports = [$"tcp . {Dns}", $"udp . {Dns}", $"tcp . {Health}"];
        var asked = new NftMatch(NftExpression.Concat(NftExpression.Protocol, NftExpression.DestinationPort), ports);
        var answered = new NftMatch(NftExpression.Concat(NftExpression.Protocol, NftExpression.SourcePort), ports);
        return new NftContribution
        {
            Chains =
            [
                new NftChain("prerouting", new NftBase("filter", NftHook.Prerouting, Raw), [new NftRule(to, asked, new NftNoTrack())]),
                new NftChain("output", new NftBase("filter", NftHook.Output, Raw), [new NftRule(to, asked, new NftNoTrack()), new NftRule(from, answered, new NftNoTrack())]),
            ],
        };
    }

    /// <summary>
    /// Fills a Corefile in: the cluster's DNS address, the upstream servers, and a server block for each stub domain of the
    /// kube-dns ConfigMap (its files in <paramref name="kubeDnsFolder"/>: "stubDomains" and "upstreamNameservers", as JSON).
    /// </summary>
    public static string Fill(string corefile, string clusterDns, ImmutableArray<IPAddress> addresses, string kubeDnsFolder)
    {
        var upstream = ReadJson(kubeDnsFolder, "upstreamNameservers") is { ValueKind: JsonValueKind.Array } servers
            ? string.Join(' ', servers.EnumerateArray().Select(s => s.GetString())) : "/etc/resolv.conf";
        var text = new StringBuilder(corefile
            .Replace("__PILLAR__CLUSTER__DNS__", clusterDns, StringComparison.Ordinal)
            .Replace("__PILLAR__UPSTREAM__SERVERS__", upstream, StringComparison.Ordinal));
        if (ReadJson(kubeDnsFolder, "stubDomains") is { ValueKind: JsonValueKind.Object } stubs)
        {
            foreach (var stub in stubs.EnumerateObject())
            {
                var to = string.Join(' ', stub.Value.EnumerateArray().Select(s => s.GetString()));
                text.Append($"\n{stub.Name}:53 {{\n    errors\n    cache 30\n    reload\n    bind {string.Join(' ', addresses)}\n    forward . {to} {{\n        force_tcp\n    }}\n}}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>Puts addresses and rules in place; a problem's text, or null. Can be repeated.</summary>
    public async Task<string?> InstallAsync(CancellationToken cancellationToken)
    {
        // An interface of its own where the kernel can make one, else the loopback.
        var device = await IpAsync(["link", "show", interfaceName], cancellationToken) is null
            || await IpAsync(["link", "add", interfaceName, "type", "dummy"], cancellationToken) is null ? interfaceName : "lo";
        string? problem = null;
        foreach (var address in addresses)
        {
            var bits = address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128;
            problem ??= await IpAsync(["addr", "replace", $"{address}/{bits}", "dev", device], cancellationToken);
        }

        foreach (var family in (NftFamily[])[NftFamily.Ip, NftFamily.Ip6])
        {
            var ledger = new NftLedger(family, Table, "keeps the node's DNS cache out of connection tracking");
            var rules = Rules(family, addresses);
            ledger.Put("rules", rules);
            problem ??= (await nftables.ApplyAsync(rules.Chains.IsEmpty ? ledger.Removal() : ledger.Rebuild(), cancellationToken)).Error;
        }

        return problem;
    }

    /// <summary>Takes addresses and rules away.</summary>
    public async Task RemoveAsync()
    {
        foreach (var family in (NftFamily[])[NftFamily.Ip, NftFamily.Ip6])
        {
            await nftables.ApplyAsync(new NftLedger(family, Table, "").Removal(), CancellationToken.None);
        }

        if (await IpAsync(["link", "del", interfaceName], CancellationToken.None) is not null)
        {
            foreach (var address in addresses)
            {
                await IpAsync(["addr", "del", address.ToString(), "dev", "lo"], CancellationToken.None);
            }
        }
    }

    private static JsonElement? ReadJson(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<string?> IpAsync(string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("ip", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
            await output;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? null : errors.Trim();
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return missing.Message;
        }
    }
}
