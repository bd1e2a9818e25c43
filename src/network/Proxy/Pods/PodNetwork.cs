using System.Collections.Immutable;
using System.Net;
using Cybernetes.Api.CoreV1;
using Cybernetes.Informers.Caching;
using Cybernetes.Nftables;
using Cybernetes.Proxy.Host;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Proxy.Pods;

/// <summary>How the pods of a node are put on the network.</summary>
public sealed record PodNetworkOptions(string NodeName)
{
    /// <summary>The node's own ranges; none: those in its Node object (spec.podCIDRs), waited for.</summary>
    public ImmutableArray<IPNetwork> PodCidrs { get; init; } = [];

    /// <summary>The ranges of all pods: what goes elsewhere is masqueraded. None: the node's own.</summary>
    public ImmutableArray<IPNetwork> ClusterCidrs { get; init; } = [];

    /// <summary>Where the container runtime looks for network lists.</summary>
    public string ConfDir { get; init; } = "/etc/cni/net.d";

    /// <summary>Host ports by CNI's portmap, which needs iptables. Off: the proxy serves them.</summary>
    public bool UsesPortmap { get; init; }

    /// <summary>The largest packet on a pod's interface; 0: what the kernel chooses.</summary>
    public int Mtu { get; init; }

    /// <summary>How pods are joined.</summary>
    public PodCable Cable { get; init; }
}

/// <summary>
/// Puts the pods of a node on the network: writes the CNI list, turns forwarding on, keeps routes to the other nodes' ranges, and
/// masquerades what leaves the cluster. Where somebody else's CNI configuration is installed, it does nothing at all.
/// </summary>
public sealed class PodNetwork(PodNetworkOptions options, INftables nftables, IHostNetwork host, ILogger logger)
{
    private const string OwnFile = CniConfig.FileName;
    private const string AgentConfig = "ip-masq-agent";
    private static readonly string[] Endings = [".conf", ".conflist", ".json"];

    private MasqueradeConfig? _masquerade;

    /// <summary>The file of somebody else that is in force; null when there is none.</summary>
    public static string? ForeignConfiguration(string confDir) => !Directory.Exists(confDir) ? null
        : Directory.GetFiles(confDir).Where(f => Endings.Contains(Path.GetExtension(f)) && Path.GetFileName(f) != OwnFile).Order(StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Runs until cancelled; the informers are run by the caller.</summary>
    public static Task RunAsync(PodNetworkOptions options, InformerFactory informers, ILogger logger, CancellationToken cancellationToken = default) =>
        new PodNetwork(options, new NftRunner(), new HostNetwork(), logger).RunAsync(informers, cancellationToken);

    /// <summary>
    /// Writes the list and what goes with it for the ranges given. False when somebody else's network is installed.
    /// Writing is done aside and moved, so that the runtime never reads half a file.
    /// </summary>
    public async ValueTask<bool> InstallAsync(ImmutableArray<IPNetwork> ranges, CancellationToken cancellationToken)
    {
        if (ForeignConfiguration(options.ConfDir) is { } foreign)
        {
            ProxyLog.PodNetworkProblem(logger, $"{foreign} is installed: its network is used");
            return false;
        }

        // 1. Routing between the pods' cables and the world.
        host.SetSysctl("net/ipv4/ip_forward", "1");
        if (ranges.Any(r => r.BaseAddress.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6))
        {
            host.SetSysctl("net/ipv6/conf/all/forwarding", "1");
        }

        if (options.Cable == PodCable.Bridge)
        {
            host.SetSysctl("net/bridge/bridge-nf-call-iptables", "1");
            host.SetSysctl("net/bridge/bridge-nf-call-ip6tables", "1");
        }

        // 2. Masquerading of what leaves.
        var masquerade = _masquerade ?? MasqueradeConfig.Of(options.ClusterCidrs.IsEmpty ? ranges : options.ClusterCidrs);
        if (await MasqueradeProgram.ApplyAsync(nftables, MasqueradeProgram.PodNetworkTable, ranges, masquerade, cancellationToken) is { } error)
        {
            ProxyLog.PodNetworkProblem(logger, error);
        }

        // 3. The list, last: from now on the runtime may start pods.
        var text = CniConfig.Write(options.Cable, ranges, options.Mtu, options.UsesPortmap);
        Directory.CreateDirectory(options.ConfDir);
        var file = Path.Combine(options.ConfDir, OwnFile);
        if (!File.Exists(file) || await File.ReadAllTextAsync(file, cancellationToken) != text)
        {
            await File.WriteAllTextAsync(file + ".tmp", text, cancellationToken);
            File.Move(file + ".tmp", file, overwrite: true);
            ProxyLog.PodNetworkWritten(logger, file, string.Join(' ', ranges));
        }

        return true;
    }

    private async Task RunAsync(InformerFactory informers, CancellationToken cancellationToken)
    {
        var dirty = new DirtyKeys();
        var nodes = informers.For<Node>();
        using var hearing = nodes.AddHandler(n => dirty.Mark(n.Metadata.Name), (_, n) => dirty.Mark(n.Metadata.Name), n => dirty.Mark(n.Metadata.Name));

        // ConfigMap kube-system/ip-masq-agent, key "config", says what stays unmasqueraded, as it says to the agent of that name.
        var configs = informers.For<ConfigMap>(new InformerScope("kube-system", FieldSelector: "metadata.name=" + AgentConfig));
        using var hearingConfigs = configs.AddHandler(_ => dirty.Mark(AgentConfig), (_, _) => dirty.Mark(AgentConfig), _ => dirty.Mark(AgentConfig));
        ImmutableArray<IPNetwork> installed = [];
        try
        {
            dirty.Mark(options.NodeName);
            while (true)
            {
                var configured = ReadMasquerade(configs.Get("kube-system", AgentConfig));
                if (configured != _masquerade)
                {
                    (_masquerade, installed) = (configured, []);
                }

                var ranges = options.PodCidrs.IsEmpty ? RangesOf(nodes.Get("", options.NodeName)) : options.PodCidrs;
                if (!ranges.IsEmpty && !ranges.SequenceEqual(installed) && await InstallAsync(ranges, cancellationToken))
                {
                    installed = ranges;
                }

                if (!installed.IsEmpty)
                {
                    await RouteAsync(nodes.List(), installed, cancellationToken);
                }

                await dirty.TakeAsync(TimeSpan.FromSeconds(30), cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The end; pods keep their network.
        }
    }

    private MasqueradeConfig? ReadMasquerade(ConfigMap? map)
    {
        if (map?.Data.GetValueOrDefault("config") is not { } text)
        {
            return null;
        }

        if (MasqueradeConfig.Parse(text, out var problem) is { } config)
        {
            return config;
        }

        ProxyLog.PodNetworkProblem(logger, $"ConfigMap {AgentConfig}: {problem}");
        return _masquerade;
    }

    /// <summary>A node as others reach its pods.</summary>
    internal static PodNode Of(Node node) => new(
        [.. node.Status.Addresses.Where(a => a.Type == "InternalIP").Select(a => IPAddress.TryParse(a.Address, out var ip) ? ip : null).OfType<IPAddress>()],
        RangesOf(node));

    private static ImmutableArray<IPNetwork> RangesOf(Node? node)
    {
        IEnumerable<string> texts = node is null ? [] : node.Spec.PodCIDRs.IsEmpty ? [node.Spec.PodCIDR] : node.Spec.PodCIDRs;
        return [.. texts.Select(t => IPNetwork.TryParse(t, out var range) ? (IPNetwork?)range : null).OfType<IPNetwork>()];
    }

    private async ValueTask RouteAsync(IEnumerable<Node> nodes, ImmutableArray<IPNetwork> ranges, CancellationToken cancellationToken)
    {
        var byRole = nodes.ToLookup(n => n.Metadata.Name == options.NodeName, Of);
        var self = (byRole[true].FirstOrDefault() ?? new PodNode([], [])) with { Ranges = ranges };
        var problem = await host.SetPeersAsync(self, [.. byRole[false]], cancellationToken);
        if (problem is not null)
        {
            ProxyLog.PodNetworkProblem(logger, problem);
        }
    }
}
