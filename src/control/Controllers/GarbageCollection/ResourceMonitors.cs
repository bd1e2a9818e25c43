using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Discovery;
using Cybernetes.Informers.Caching;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Controllers.GarbageCollection;

/// <summary>
/// Metadata informers for every resource that can be listed, watched and deleted, brought in line with discovery by <see cref="SyncAsync"/>.
/// Used by one caller at a time; look-ups are thread safe.
/// </summary>
internal sealed class ResourceMonitors(KubeClient client, DependencyGraph graph, ILogger logger) : IAsyncDisposable
{
    // Events come in masses and own nothing.
    private static readonly HashSet<GroupResource> _ignored = [new("", "events"), new("events.k8s.io", "events")];

    private readonly Dictionary<GroupVersionResource, Monitor> _monitors = [];
    private volatile Dictionary<GroupKind, ServedResource> _byKind = [];

    /// <summary>The resource of a kind; null where the server has none.</summary>
    public ServedResource? Find(GroupKind kind) => _byKind.GetValueOrDefault(kind);

    /// <summary>Starts and stops informers so that each resource has one, and waits until the new ones have synced.</summary>
    public async Task SyncAsync(CancellationToken cancellationToken)
    {
        var (served, failure) = await ResourceDiscovery.PreferredAsync(client, cancellationToken).ConfigureAwait(false);
        _byKind = served.Where(resource => resource.Kind.Length > 0)
            .DistinctBy(resource => new GroupKind(resource.Resource.Group, resource.Kind))
            .ToDictionary(resource => new GroupKind(resource.Resource.Group, resource.Kind));
        var wanted = served.Where(resource => resource.Allows("delete", "list", "watch") && !_ignored.Contains(resource.Resource.GroupResource))
            .ToDictionary(resource => resource.Resource);

        // A group that failed to answer has not gone.
        foreach (var gone in failure is null ? _monitors.Keys.Where(resource => !wanted.ContainsKey(resource)).ToList() : [])
        {
            await _monitors[gone].StopAsync().ConfigureAwait(false);
            _monitors.Remove(gone);
        }

        var fresh = new List<Monitor>();
        foreach (var (resource, each) in wanted)
        {
            if (!_monitors.ContainsKey(resource))
            {
                fresh.Add(_monitors[resource] = Start(each, cancellationToken));
            }
        }

        // One resource that cannot be watched (its conversion webhook is down, say) must not hold up the rest.
        await Task.WhenAny(
            Task.WhenAll(fresh.Select(monitor => monitor.Informer.WaitForSyncAsync(cancellationToken))),
            Task.Delay(TimeSpan.FromSeconds(30), client.Time, cancellationToken)).ConfigureAwait(false);
        if (fresh.Exists(monitor => !monitor.Informer.HasSynced))
        {
            GarbageLog.NotSynced(logger, string.Join(", ", fresh.Where(monitor => !monitor.Informer.HasSynced).Select(monitor => monitor.Informer.Resource.Resource)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var monitor in _monitors.Values)
        {
            await monitor.StopAsync().ConfigureAwait(false);
        }
    }

    private Monitor Start(ServedResource resource, CancellationToken cancellationToken)
    {
        var informer = new SharedInformer<PartialObjectMetadata>(client, MetadataOf.Resource(resource.Resource, resource.Namespaced), InformerScope.All, logger);
        var apiVersion = new GroupVersionKind(resource.Resource.Group, resource.Resource.Version, resource.Kind).ApiVersion;
        ObjectIdentity Identity(PartialObjectMetadata value) =>
            new(apiVersion, resource.Kind, value.Metadata.Namespace, value.Metadata.Name, value.Metadata.Uid);

        informer.AddHandler(
            value => graph.Observe(Identity(value), null, value.Metadata),
            (before, after) =>
            {
                if (before.Metadata.Uid != after.Metadata.Uid)
                {
                    graph.Remove(before.Metadata.Uid);
                    graph.Observe(Identity(after), null, after.Metadata);
                }
                else
                {
                    graph.Observe(Identity(after), before.Metadata, after.Metadata);
                }
            },
            value => graph.Remove(value.Metadata.Uid));
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        return new Monitor(informer, Task.Run(() => informer.RunAsync(stop.Token), CancellationToken.None), stop);
    }

    private sealed record Monitor(SharedInformer<PartialObjectMetadata> Informer, Task Running, CancellationTokenSource Stop)
    {
        public async Task StopAsync()
        {
            await Stop.CancelAsync().ConfigureAwait(false);
            await Running.ConfigureAwait(false);
            Stop.Dispose();
        }
    }
}
