using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Cybernetes.Dns.Corefile;

namespace Cybernetes.Dns.Plugins.Forward;

/// <summary>Where a query is forwarded: address, and over TLS or not.</summary>
public sealed record UpstreamAddress(IPEndPoint EndPoint, bool Tls, string ServerName);

/// <summary>In which order upstreams are tried.</summary>
public enum ForwardPolicy
{
    /// <summary>Any order.</summary>
    Random,

    /// <summary>Each in its turn.</summary>
    RoundRobin,

    /// <summary>As written.</summary>
    Sequential,
}

/// <summary>The options of the forward plugin.</summary>
public sealed record ForwardOptions(string From, ImmutableArray<UpstreamAddress> To)
{
    /// <summary>Names below these zones are not forwarded.</summary>
    public ImmutableArray<string> Except { get; init; } = [];

    /// <summary>The order.</summary>
    public ForwardPolicy Policy { get; init; }

    /// <summary>Always by TCP.</summary>
    public bool ForceTcp { get; init; }

    /// <summary>By UDP even when the client came by TCP.</summary>
    public bool PreferUdp { get; init; }

    /// <summary>Failures in a row after which an upstream is held to be down; 0: never.</summary>
    public int MaxFails { get; init; } = 2;

    /// <summary>How often a failing upstream is probed.</summary>
    public TimeSpan HealthCheck { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The name the probes ask for.</summary>
    public string HealthDomain { get; init; } = ".";

    /// <summary>How long an idle TCP connection is kept.</summary>
    public TimeSpan Expire { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Queries under way at once; 0: any number.</summary>
    public int MaxConcurrent { get; init; }

    /// <summary>Fail at once when all upstreams are down, instead of trying one.</summary>
    public bool FailFast { get; init; }

    /// <summary>Reads "forward FROM TO…".</summary>
    public static ForwardOptions Parse(Directive directive)
    {
        if (directive.Arguments.Length < 2)
        {
            throw directive.Error("Wrong argument count or unexpected line ending after '" + (directive.Arguments.LastOrDefault() ?? "forward") + "'");
        }

        var serverName = directive.Block.FirstOrDefault(l => l.Name == "tls_servername")?.One() ?? "";
        var options = new ForwardOptions(CorefileParser.Zones(directive.Arguments[0]).First(),
            [.. directive.Arguments.Skip(1).SelectMany(to => Addresses(directive, to, serverName))]);
        if (options.To.Length > 15)
        {
            throw directive.Error($"more than 15 TOs configured: {options.To.Length}");
        }

        foreach (var line in directive.Block)
        {
            options = line.Name switch
            {
                "except" => options with { Except = options.Except.AddRange(line.Arguments.SelectMany(CorefileParser.Zones)) },
                "policy" => options with
                {
                    Policy = line.One() switch
                    {
                        "random" => ForwardPolicy.Random,
                        "round_robin" => ForwardPolicy.RoundRobin,
                        "sequential" => ForwardPolicy.Sequential,
                        var other => throw line.Error($"unknown policy '{other}'"),
                    },
                },
                "force_tcp" => options with { ForceTcp = true },
                "prefer_udp" => options with { PreferUdp = true },
                "max_fails" => options with { MaxFails = line.Number() },
                "expire" => options with { Expire = line.Duration() },
                "max_concurrent" => options with { MaxConcurrent = line.Number() },
                "failfast_all_unhealthy_upstreams" => options with { FailFast = true },
                "health_check" when line.Arguments.Length > 0 => options with
                {
                    HealthCheck = Durations.Parse(line.Arguments[0]) ?? throw line.Error($"invalid duration \"{line.Arguments[0]}\""),
                    HealthDomain = line.Arguments.IndexOf("domain") is var at and > 0 && at + 1 < line.Arguments.Length ? Message.DnsName.Normalize(line.Arguments[at + 1]) : ".",
                },
                "tls" or "tls_servername" or "next" or "max_idle_conns" or "max_connect_attempts" or "max_age" => options,
                _ => throw line.Error($"unknown property '{line.Name}'"),
            };
        }

        return options;
    }

    private static IEnumerable<UpstreamAddress> Addresses(Directive directive, string to, string serverName)
    {
        if (to.StartsWith('/'))
        {
            if (!File.Exists(to))
            {
                throw directive.Error($"not an IP address or file: \"{to}\"");
            }

            var servers = File.ReadLines(to).Select(l => l.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
                .Where(w => w is ["nameserver", _, ..]).Select(w => w[1].Split('%')[0]).Where(a => IPAddress.TryParse(a, out _)).ToList();
            return servers.Count == 0 ? throw directive.Error("no nameservers found")
                : servers.Select(a => new UpstreamAddress(new IPEndPoint(IPAddress.Parse(a), 53), false, ""));
        }

        var tls = to.StartsWith("tls://", StringComparison.Ordinal);
        var text = tls ? to[6..] : to.StartsWith("dns://", StringComparison.Ordinal) ? to[6..] : to;
        if (text.Contains("://", StringComparison.Ordinal))
        {
            throw directive.Error($"unsupported transport in '{to}'");
        }

        return Parse(text, tls ? 853 : 53) is { } endpoint
            ? [new UpstreamAddress(endpoint, tls, serverName)]
            : throw directive.Error($"not an IP address or file: \"{to}\"");
    }

    private static IPEndPoint? Parse(string text, int port)
    {
        if (IPAddress.TryParse(text.Trim('[', ']'), out var address) && !text.Contains("]:", StringComparison.Ordinal))
        {
            return new IPEndPoint(address, port);
        }

        var colon = text.LastIndexOf(':');
        return colon > 0 && IPAddress.TryParse(text[..colon].Trim('[', ']'), out address)
            && int.TryParse(text.AsSpan(colon + 1), CultureInfo.InvariantCulture, out port) && port is > 0 and < 65536
            ? new IPEndPoint(address, port) : null;
    }
}
