using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Discovery;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.Quotas;

/// <summary>
/// Keeps the status of ResourceQuotas. Admission counts what comes; this counts what has gone. Only resources that some quota names are
/// watched, by their metadata.
/// </summary>
public sealed class ResourceQuotaController : IController
{
    private readonly ControllerContext _context;
    private readonly SharedInformer<ResourceQuota> _quotas;
    private readonly SharedInformer<Pod> _pods;
    private readonly SharedInformer<Service> _services;
    private readonly SharedInformer<PersistentVolumeClaim> _claims;
    private readonly ReconcilerHost<NamespacedName> _host;
    private readonly Lock _gate = new();
    private readonly Dictionary<GroupResource, SharedInformer<PartialObjectMetadata>> _watched = [];

    /// <summary>Joins the informers.</summary>
    public ResourceQuotaController(ControllerContext context)
    {
        _context = context;
        _host = context.Host<NamespacedName>("resourcequota_primary", context.Options.ConcurrentResourceQuotaSyncs, ReconcileAsync);
        _quotas = context.Informers.For<ResourceQuota>();
        _pods = context.Informers.For<Pod>();
        _services = context.Informers.For<Service>();
        _claims = context.Informers.For<PersistentVolumeClaim>();
        _quotas.AddHandler(Enqueue, (before, after) =>
        {
            if (before.Spec != after.Spec || after.Status.Hard != after.Spec.Hard)
            {
                Enqueue(after);
            }
        });
        _pods.AddHandler(
            updated: (before, after) =>
            {
                if (before.IsTerminal() != after.IsTerminal() || before.Metadata.DeletionTimestamp != after.Metadata.DeletionTimestamp || before.Spec != after.Spec)
                {
                    Changed(after);
                }
            },
            deleted: Changed);
        _services.AddHandler(updated: (before, after) => ChangedIf(before.Spec != after.Spec, after), deleted: Changed);
        _claims.AddHandler(updated: (before, after) => ChangedIf(before.Spec != after.Spec || before.Status != after.Status, after), deleted: Changed);
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private void Enqueue(ResourceQuota quota) => _host.Queue.Add(NamespacedName.Of(quota));

    private void ChangedIf(bool changed, IObject value)
    {
        if (changed)
        {
            Changed(value);
        }
    }

    private void Changed(IObject value)
    {
        foreach (var quota in _quotas.List(value.Metadata.Namespace))
        {
            Enqueue(quota);
        }
    }

    private async ValueTask<TimeSpan?> ReconcileAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        if (_quotas.Get(key) is not { } quota)
        {
            return null;
        }

        var objects = new List<(GroupResource, IEnumerable<IObject>)>();
        foreach (var resource in QuotaUsage.ResourcesOf(quota))
        {
            objects.Add((resource, await ObjectsAsync(resource, key.Namespace, cancellationToken).ConfigureAwait(false)));
        }

        var status = new ResourceQuotaStatus { Hard = quota.Spec.Hard, Used = QuotaUsage.Of(quota, objects, _context.Now) };
        if (quota.Status != status)
        {
            (await _context.Client.UpdateStatusAsync(quota with { Status = status }, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
        }

        return _context.Options.ResourceQuotaSyncPeriod;
    }

    private async ValueTask<IEnumerable<IObject>> ObjectsAsync(GroupResource resource, string @namespace, CancellationToken cancellationToken)
    {
        switch (resource)
        {
            case { Group: "", Resource: "pods" }:
                return _pods.List(@namespace);
            case { Group: "", Resource: "services" }:
                return _services.List(@namespace);
            case { Group: "", Resource: "persistentvolumeclaims" }:
                return _claims.List(@namespace);
            case { Group: "", Resource: "resourcequotas" }:
                // The same cache that told of this quota: another may not have seen it yet, and nothing would count it again.
                return _quotas.List(@namespace);
        }

        SharedInformer<PartialObjectMetadata>? informer;
        lock (_gate)
        {
            informer = _watched.GetValueOrDefault(resource);
        }

        if (informer is null)
        {
            var (served, _) = await ResourceDiscovery.PreferredAsync(_context.Client, cancellationToken).ConfigureAwait(false);
            if (served.FirstOrDefault(each => each.Resource.GroupResource == resource && each.Namespaced && each.Allows("list", "watch")) is not { } found)
            {
                return [];
            }

            informer = _context.Informers.For(MetadataOf.Resource(found.Resource, namespaced: true), InformerScope.All);
            lock (_gate)
            {
                if (_watched.TryAdd(resource, informer))
                {
                    informer.AddHandler(deleted: Changed);
                }
            }
        }

        await informer.WaitForSyncAsync(cancellationToken).ConfigureAwait(false);
        return informer.List(@namespace);
    }
}
