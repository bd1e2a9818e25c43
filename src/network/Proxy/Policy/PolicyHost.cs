using System.Collections.Immutable;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.NetworkingV1;
using Cybernetes.Informers.Caching;
using Cybernetes.Nftables;
using Cybernetes.Proxy.Host;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Proxy.Policy;

/// <summary>Enforces NetworkPolicies on a node. Pods and namespaces are watched only from the first policy on.</summary>
internal sealed class PolicyHost(InformerFactory informers, INftables nftables, string node, ILogger logger)
{
    private static readonly TimeSpan LookAfter = TimeSpan.FromSeconds(30);
    private readonly DirtyKeys _dirty = new();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var policies = informers.For<NetworkPolicy>();
        using var hearing = policies.AddHandler(_ => Mark(), (_, _) => Mark(), _ => Mark());
        try
        {
            await policies.WaitForSyncAsync(cancellationToken);
            var table = new PolicyTable(nftables, NftFamilyNames.OfThisMachine());
            (SharedInformer<Pod> Pods, SharedInformer<Namespace> Namespaces)? watched = null;
            Mark();
            while (true)
            {
                var changed = await _dirty.TakeAsync(LookAfter, cancellationToken);
                if (changed.Count == 0)
                {
                    await table.LookAfterAsync(cancellationToken);
                }

                if (watched is null && policies.Count > 0)
                {
                    watched = await WatchAsync(cancellationToken);
                }

                var cluster = new PolicyCluster([.. policies.List()],
                    watched is null ? [] : [.. watched.Value.Pods.List().Select(p => PolicyPod.Of(p, node)).OfType<PolicyPod>()],
                    watched is null ? [] : watched.Value.Namespaces.List().ToImmutableDictionary(n => n.Metadata.Name, n => n.Metadata.Labels));
                if (await table.SyncAsync(cluster, cancellationToken) is { } refused)
                {
                    ProxyLog.Refused(logger, "network policies", refused);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The end; the rules stay.
        }
    }

    private async Task<(SharedInformer<Pod> Pods, SharedInformer<Namespace> Namespaces)> WatchAsync(CancellationToken cancellationToken)
    {
        var pods = informers.For<Pod>();
        var namespaces = informers.For<Namespace>();
        pods.AddHandler(_ => Mark(), (before, after) => MarkIf(Differ(before, after)), _ => Mark());
        namespaces.AddHandler(_ => Mark(), (before, after) => MarkIf(before.Metadata.Labels != after.Metadata.Labels), _ => Mark());
        await pods.WaitForSyncAsync(cancellationToken);
        await namespaces.WaitForSyncAsync(cancellationToken);
        return (pods, namespaces);
    }

    private static bool Differ(Pod before, Pod after) =>
        before.Metadata.Labels != after.Metadata.Labels || before.Status.PodIPs != after.Status.PodIPs || before.Status.PodIP != after.Status.PodIP
        || before.Status.Phase != after.Status.Phase || before.Spec.NodeName != after.Spec.NodeName;

    private void Mark() => _dirty.Mark("");

    private void MarkIf(bool changed)
    {
        if (changed)
        {
            Mark();
        }
    }
}
