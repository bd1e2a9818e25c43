using Cybernetes.Api.ApiExtensionsV1;
using Cybernetes.Api.ApiRegistrationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Informers.Events;
using Cybernetes.Informers.Queue;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Controllers.GarbageCollection;

/// <summary>
/// Deletes objects whose owners are gone (background), holds owners until their dependents are gone (foreground), or sets dependents free
/// (orphan). Works on metadata of every resource, custom ones too; what is served is looked up again when definitions change.
/// </summary>
public sealed partial class GarbageCollector : IController
{
    private readonly ControllerContext _context;
    private readonly KubeClient _client;
    private readonly DependencyGraph _graph;
    private readonly ResourceMonitors _monitors;
    private readonly IEventRecorder _events;
    private readonly ReconcilerHost<GraphNode> _check;
    private readonly ReconcilerHost<GraphNode> _orphan;
    private readonly ReconcilerHost<string> _discovery;

    /// <summary>Joins the informers.</summary>
    public GarbageCollector(ControllerContext context)
    {
        (_context, _client) = (context, context.Client);
        _events = context.EventsAs("garbage-collector-controller");
        _check = context.Host<GraphNode>("garbage_collector_attempt_to_delete", context.Options.ConcurrentGcSyncs, CheckAsync);
        _orphan = context.Host<GraphNode>("garbage_collector_attempt_to_orphan", context.Options.ConcurrentGcSyncs, OrphanAsync);
        _graph = new DependencyGraph(_check.Queue.Add, _orphan.Queue.Add);
        _monitors = new ResourceMonitors(context.Client, _graph, context.Loggers.CreateLogger("garbagecollector"));
        _discovery = context.Host<string>("garbage_collector_graph_changes", 1, (_, token) => new ValueTask(_monitors.SyncAsync(token)));
        context.Informers.For<CustomResourceDefinition>().AddHandler(_ => Rediscover(), (before, after) =>
        {
            if (before.Spec != after.Spec || before.Status != after.Status)
            {
                Rediscover();
            }
        }, _ => Rediscover());
        context.Informers.For<APIService>().AddHandler(_ => Rediscover(), (before, after) =>
        {
            if (before.Spec != after.Spec || before.Status != after.Status)
            {
                Rediscover();
            }
        }, _ => Rediscover());
    }

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using (_monitors.ConfigureAwait(false))
        {
            // Nothing is judged before every resource has been seen: an owner not seen is not an owner gone.
            while (true)
            {
                try
                {
                    await _monitors.SyncAsync(cancellationToken).ConfigureAwait(false);
                    break;
                }
                catch (Exception e) when (e is ApiException or IOException or HttpRequestException)
                {
                    GarbageLog.NoDiscovery(_context.Loggers.CreateLogger("garbagecollector"), e.Message);
                    await Task.Delay(TimeSpan.FromSeconds(1), _context.Time, cancellationToken).ConfigureAwait(false);
                }
            }

            await Task.WhenAll(_check.RunAsync(cancellationToken), _orphan.RunAsync(cancellationToken), _discovery.RunAsync(cancellationToken)).ConfigureAwait(false);
        }
    }

    // A definition's resources are served a moment after its status says so; several changes count as one.
    private void Rediscover() => _discovery.Queue.AddAfter("", TimeSpan.FromSeconds(1));

    private ResourceOf<PartialObjectMetadata>? ResourceOf(ObjectIdentity identity) =>
        _monitors.Find(GroupVersionKind.From(identity.ApiVersion, identity.Kind).GroupKind) is { } served
            ? MetadataOf.Resource(served.Resource, served.Namespaced)
            : null;

    private async ValueTask<PartialObjectMetadata?> ReadAsync(ResourceOf<PartialObjectMetadata> at, ObjectIdentity identity, CancellationToken cancellationToken)
    {
        var found = (await _client.GetAsync(at, identity.Namespace, identity.Name, cancellationToken).ConfigureAwait(false)).OrNull();
        return found?.Metadata.Uid == identity.Uid ? found : null;
    }

    private async ValueTask PatchOwnersAsync(ResourceOf<PartialObjectMetadata> at, PartialObjectMetadata value, ValueList<OwnerReference> owners, CancellationToken cancellationToken)
    {
        var references = Value.List(owners.Select(owner => Value.ToValue(owner)).ToValueList());
        var patch = Patch.Merge(Value.MapOf(("metadata", Value.MapOf(
            ("uid", value.Metadata.Uid), ("resourceVersion", value.Metadata.ResourceVersion), ("ownerReferences", references)))));
        (await _client.PatchAsync(at, value.Metadata.Namespace, value.Metadata.Name, patch, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
    }

    private async ValueTask RemoveFinalizerAsync(ResourceOf<PartialObjectMetadata> at, ObjectIdentity identity, string finalizer, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            if (await ReadAsync(at, identity, cancellationToken).ConfigureAwait(false) is not { } latest || !latest.Metadata.Finalizers.Contains(finalizer))
            {
                return;
            }

            var left = Value.List(latest.Metadata.Finalizers.Where(other => other != finalizer).Select(other => (Value)other).ToValueList());
            var patch = Patch.Merge(Value.MapOf(("metadata", Value.MapOf(
                ("uid", latest.Metadata.Uid), ("resourceVersion", latest.Metadata.ResourceVersion), ("finalizers", left)))));
            var result = await _client.PatchAsync(at, identity.Namespace, identity.Name, patch, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (!result.IsConflict || attempt >= 5)
            {
                result.OrNull();
                return;
            }
        }
    }
}
