using System.Collections.Immutable;
using System.Net;
using Cybernetes.Base.Health;
using Cybernetes.Base.Metrics;
using Cybernetes.Dns.Corefile;
using Cybernetes.Dns.Message;
using Cybernetes.Dns.Services;

namespace Cybernetes.Dns.Plugins;

/// <summary>What the server gives its plugins.</summary>
public sealed record DnsEnvironment(IServiceView Services, IDnsOutput Output)
{
    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where metrics are kept.</summary>
    public MetricsRegistry Metrics { get; init; } = new();

    /// <summary>What to do when the server finds that it forwards to itself; CoreDNS ends the process.</summary>
    public Action? OnLoop { get; init; }

    /// <summary>The folder relative file names start from.</summary>
    public string Root { get; init; } = "";

    /// <summary>
    /// Plugins may open HTTP ports (health, ready, prometheus). Off where the process shares the node's network and has its own.
    /// </summary>
    public bool OpensHttpPorts { get; init; } = true;
}

/// <summary>One server block on the way to becoming a chain.</summary>
public sealed class PluginContext(ServerBlock block, ImmutableArray<string> zones, DnsEnvironment environment, Func<DnsRequest, CancellationToken, ValueTask<DnsReply>> upstream)
{
    /// <summary>The block.</summary>
    public ServerBlock Block { get; } = block;

    /// <summary>The zones of the block's keys.</summary>
    public ImmutableArray<string> Zones { get; } = zones;

    /// <summary>What the server gives.</summary>
    public DnsEnvironment Environment { get; } = environment;

    /// <summary>Asks the whole server, for names that an answer leads to.</summary>
    public Func<DnsRequest, CancellationToken, ValueTask<DnsReply>> Upstream { get; } = upstream;

    /// <summary>Tasks that run as long as the configuration is in force.</summary>
    public List<Func<CancellationToken, Task>> Background { get; } = [];

    /// <summary>The certificate of the block's "tls://" keys, when plugin tls gives one.</summary>
    public System.Net.Security.SslServerAuthenticationOptions? Tls { get; set; }

    /// <summary>What all blocks of a configuration have together.</summary>
    public required SharedPages Shared { get; init; }

    /// <summary>The handlers made so far by name, for plugins that ask one another (autopath, health of forward).</summary>
    public Dictionary<string, IDnsHandler> Handlers { get; } = [];

    /// <summary>The zones given as arguments, or the block's own.</summary>
    public ImmutableArray<string> ZonesOr(IEnumerable<string> arguments)
    {
        ImmutableArray<string> given = [.. arguments.SelectMany(CorefileParser.Zones)];
        return given.IsEmpty ? Zones : given;
    }
}

/// <summary>What the blocks of a configuration share: several may name the same metrics port, and readiness is the whole server's.</summary>
public sealed class SharedPages
{
    /// <summary>Whether each plugin that says so is ready; all must be.</summary>
    public List<(string Plugin, Func<bool> Ready)> Readiness { get; } = [];

    /// <summary>How long the server goes on answering, and says that it is going, before it ends (plugin health).</summary>
    public TimeSpan Lameduck { get; set; }

    /// <summary>The server is about to end.</summary>
    public bool IsLeaving
    {
        get => Volatile.Read(ref _isLeaving);
        set => Volatile.Write(ref _isLeaving, value);
    }

    private bool _isLeaving;

    /// <summary>The HTTP addresses to open, with the plugin that asked first.</summary>
    public Dictionary<IPEndPoint, (string Plugin, Func<string, HttpPage> Page)> Pages { get; } = [];
}

/// <summary>"fallthrough [ZONES…]": which names without an answer go on to the next plugin.</summary>
public sealed record Fallthrough(ImmutableArray<string> Zones)
{
    /// <summary>No name.</summary>
    public static readonly Fallthrough None = new([]);

    /// <summary>Reads the option.</summary>
    public static Fallthrough Of(Directive line) =>
        new(line.Arguments.IsEmpty ? ["."] : [.. line.Arguments.SelectMany(CorefileParser.Zones)]);

    /// <summary>Whether this name goes on.</summary>
    public bool Covers(string name) => DnsName.BestZone(Zones, name) is not null;
}
