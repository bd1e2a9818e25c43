using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Cybernetes.Base.Health;
using Cybernetes.Dns.Corefile;
using Cybernetes.Dns.Message;
using Cybernetes.Dns.Plugins;

namespace Cybernetes.Dns.Server;

/// <summary>A Corefile ready to answer: for each address the zones with their chains. Immutable; the background runs until cancelled.</summary>
public sealed class DnsConfiguration
{
    private readonly DnsEnvironment _environment;
    private readonly SharedPages _shared = new();
    private readonly List<Func<CancellationToken, Task>> _background = [];

    private DnsConfiguration(DnsEnvironment environment) => _environment = environment;

    /// <summary>The addresses to listen on, each with its zones, longest names first.</summary>
    public ImmutableDictionary<IPEndPoint, ImmutableArray<(string Zone, IDnsHandler Chain)>> Listeners { get; private set; } =
        ImmutableDictionary<IPEndPoint, ImmutableArray<(string Zone, IDnsHandler Chain)>>.Empty;

    /// <summary>The addresses that speak TLS (RFC 7858), with their certificates.</summary>
    public Dictionary<IPEndPoint, System.Net.Security.SslServerAuthenticationOptions> Tls { get; } = [];

    /// <summary>How long the server goes on answering before it ends.</summary>
    public TimeSpan Lameduck => _shared.Lameduck;

    /// <summary>Says on the pages that the server is about to end.</summary>
    public void Leave() => _shared.IsLeaving = true;

    /// <summary>How often the Corefile is looked at; null: never.</summary>
    public ReloadOptions? Reload { get; private set; }

    /// <summary>
    /// Builds from the text; throws <see cref="CorefileException"/>. <paramref name="addresses"/> are where blocks without "bind"
    /// listen (none: everywhere), <paramref name="defaultPort"/> is for keys without a port.
    /// </summary>
    public static DnsConfiguration Build(string text, string file, DnsEnvironment environment, ImmutableArray<IPAddress> addresses, int defaultPort, int insteadOf53 = 0)
    {
        var configuration = new DnsConfiguration(environment);
        var listeners = new Dictionary<IPEndPoint, Dictionary<string, IDnsHandler>>();
        foreach (var block in CorefileParser.Parse(text, file))
        {
            var context = new PluginContext(block, [.. block.Keys.Select(k => k.Zone).Distinct()], environment, configuration.AnswerAnywhereAsync) { Shared = configuration._shared };
            var chain = PluginRegistry.Build(context);
            configuration._background.AddRange(context.Background);
            if (block.Directives.FirstOrDefault(d => d.Name == "reload") is { } reload)
            {
                configuration.Reload ??= ReloadOptions.Parse(reload);
            }

            foreach (var endpoint in EndPoints(block, addresses, defaultPort, insteadOf53))
            {
                if (endpoint.Tls)
                {
                    configuration.Tls[endpoint.Address] = context.Tls ?? throw new CorefileException(file, block.Line, "a tls:// server needs the plugin tls");
                }

                if (!listeners.TryGetValue(endpoint.Address, out var zones))
                {
                    listeners[endpoint.Address] = zones = [];
                }

                if (!zones.TryAdd(endpoint.Zone, chain))
                {
                    throw new CorefileException(file, 0, $"cannot serve dns://{endpoint.Zone}:{endpoint.Address.Port} - it is already defined");
                }
            }
        }

        configuration.Listeners = listeners.ToImmutableDictionary(l => l.Key,
            l => l.Value.OrderByDescending(z => z.Key.Length).Select(z => (z.Key, z.Value)).ToImmutableArray());
        return configuration;
    }

    /// <summary>Answers a query that came to an address; REFUSED when no zone fits.</summary>
    public ValueTask<DnsReply> AnswerAsync(IPEndPoint listener, DnsRequest request, CancellationToken cancellationToken)
    {
        if (Listeners.TryGetValue(listener, out var zones))
        {
            foreach (var (zone, chain) in zones)
            {
                if (DnsName.IsInZone(request.Name, zone))
                {
                    return chain.ServeAsync(request with { Zone = zone }, cancellationToken);
                }
            }
        }

        return new(new DnsReply(request.Message.Reply(DnsRcode.REFUSED)));
    }

    /// <summary>Runs probes, file watchers and HTTP pages.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll([.. _background.Select(b => Task.Run(() => b(cancellationToken), CancellationToken.None)),
            .. _shared.Pages.Select(p => PageAsync(p.Key, p.Value.Plugin, p.Value.Page, cancellationToken))]);

    private async Task PageAsync(IPEndPoint address, string plugin, Func<string, HttpPage> page, CancellationToken cancellationToken)
    {
        try
        {
            await HttpPages.RunAsync(address, page, cancellationToken);
        }
        catch (SocketException e)
        {
            _environment.Output.Line($"[ERROR] plugin/{plugin}: listen tcp {address}: {e.Message}");
        }
    }

    private ValueTask<DnsReply> AnswerAnywhereAsync(DnsRequest request, CancellationToken cancellationToken)
    {
        var best = Listeners.SelectMany(l => l.Value.Where(z => DnsName.IsInZone(request.Name, z.Zone)).Select(z => (l.Key, z.Zone)))
            .OrderByDescending(z => z.Zone.Length).FirstOrDefault();
        return best.Key is null ? new(new DnsReply(request.Message.Reply(DnsRcode.REFUSED))) : AnswerAsync(best.Key, request, cancellationToken);
    }

    private static IEnumerable<(IPEndPoint Address, string Zone, bool Tls)> EndPoints(ServerBlock block, ImmutableArray<IPAddress> addresses, int defaultPort, int insteadOf53)
    {
        ImmutableArray<IPAddress> bound =
        [
            .. block.Directives.Where(d => d.Name == "bind").SelectMany(d => d.Arguments.Select(a => IPAddress.TryParse(a, out var address) ? address : throw d.Error($"not a valid IP address or interface name: {a}"))),
        ];
        ImmutableArray<IPAddress> everywhere = [Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any];
        var on = !bound.IsEmpty ? bound : !addresses.IsEmpty ? addresses : everywhere;
        foreach (var key in block.Keys)
        {
            foreach (var address in on)
            {
                var port = key.Port == 0 ? defaultPort : key.Port == 53 && insteadOf53 != 0 ? insteadOf53 : key.Port;
                yield return (new IPEndPoint(address, port), key.Zone, key.Scheme == "tls");
            }
        }
    }
}
