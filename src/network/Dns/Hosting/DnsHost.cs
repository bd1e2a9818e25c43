using System.Collections.Immutable;
using System.Net;
using Cybernetes.Api.CoreV1;
using Cybernetes.Base.Metrics;
using Cybernetes.Dns.Plugins;
using Cybernetes.Dns.Server;
using Cybernetes.Dns.Services;
using Cybernetes.Informers.Caching;

namespace Cybernetes.Dns.Hosting;

/// <summary>How the cluster's DNS server is run.</summary>
public sealed record DnsHostOptions
{
    /// <summary>A Corefile on disk; null: the "Corefile" of ConfigMap kube-system/coredns, and <see cref="ClusterDns.DefaultCorefile"/> until there is one.</summary>
    public string? CorefilePath { get; init; }

    /// <summary>The text used while there is no ConfigMap.</summary>
    public string Fallback { get; init; } = ClusterDns.DefaultCorefile();

    /// <summary>Where server blocks without "bind" listen; none: everywhere.</summary>
    public ImmutableArray<IPAddress> Addresses { get; init; } = [];

    /// <summary>
    /// When not 0, the port that stands for 53: in a process on the node another program may own 53, and the kube-dns Service
    /// translates.
    /// </summary>
    public int PortInsteadOf53 { get; init; }

    /// <summary>The port of keys that name none.</summary>
    public int DefaultPort { get; init; } = 53;

    /// <summary>The plugins health, ready and prometheus open their ports. Off inside "c8s up", whose own pages stand for them.</summary>
    public bool OpensHttpPorts { get; init; } = true;

    /// <summary>Watch pods, for "pods verified" and autopath.</summary>
    public bool WatchPods { get; init; }

    /// <summary>What to do when the server finds that it forwards to itself.</summary>
    public Action? OnLoop { get; init; }
}

/// <summary>Runs the DNS server over a cluster's informers.</summary>
public static class DnsHost
{
    /// <summary>
    /// Runs until cancelled. The factory is run by the caller; names are answered SERVFAIL until its first lists are there.
    /// Throws when the Corefile is wrong at the start or its addresses cannot be had.
    /// </summary>
    public static async Task RunAsync(DnsHostOptions options, InformerFactory informers, IDnsOutput output, MetricsRegistry? metrics = null,
        TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        time ??= TimeProvider.System;
        var environment = new DnsEnvironment(new InformerServiceView(informers, options.WatchPods, time), output)
        {
            Time = time,
            Metrics = metrics ?? new MetricsRegistry(),
            OpensHttpPorts = options.OpensHttpPorts,
            OnLoop = options.OnLoop,
            Root = options.CorefilePath is { } path ? Path.GetDirectoryName(Path.GetFullPath(path)) ?? "" : "",
        };
        var server = new DnsServer(
            new DnsServerOptions
            {
                File = options.CorefilePath ?? "Corefile",
                ReadCorefile = CorefileSource(options, informers),
                Addresses = options.Addresses,
                Port = options.PortInsteadOf53 == 0 ? options.DefaultPort : options.PortInsteadOf53,
                PortInsteadOf53 = options.PortInsteadOf53,
            }, environment);
        await server.RunAsync(cancellationToken);
    }

    private static Func<string> CorefileSource(DnsHostOptions options, InformerFactory informers)
    {
        if (options.CorefilePath is { } file)
        {
            return () => File.ReadAllText(file);
        }

        var maps = informers.For<ConfigMap>(new InformerScope("kube-system", FieldSelector: "metadata.name=coredns"));
        return () => maps.Get("kube-system", "coredns")?.Data.GetValueOrDefault("Corefile") is { Length: > 0 } text ? text : options.Fallback;
    }
}
