using Cybernetes.Api.CoreV1;
using Cybernetes.Api.DiscoveryV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.ServiceEndpoints;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.EndpointMirroring;

/// <summary>Mirrors the Endpoints that people write for Services without a selector into EndpointSlices, which are all that proxies read.</summary>
public sealed class EndpointSliceMirroringController : IController
{
    private const string ByService = "slices-by-service";
    private readonly ControllerContext _context;
    private readonly SharedInformer<Endpoints> _endpoints;
    private readonly SharedInformer<Service> _services;
    private readonly SharedInformer<EndpointSlice> _slices;
    private readonly Expectations _expectations;
    private readonly IEventRecorder _events;
    private readonly ReconcilerHost<NamespacedName> _host;

    /// <summary>Joins the informers.</summary>
    public EndpointSliceMirroringController(ControllerContext context)
    {
        _context = context;
        _events = context.EventsAs("endpoint-slice-mirroring-controller");
        _expectations = new Expectations(context.Time);
        _host = context.Host<NamespacedName>("endpoint_slice_mirroring", context.Options.ConcurrentServiceEndpointSyncs, ReconcileAsync);
        _endpoints = context.Informers.For<Endpoints>();
        _services = context.Informers.For<Service>();
        _slices = context.Informers.For<EndpointSlice>().AddIndex(ByService, slice => [KeyOf(slice).ToString()]);
        _endpoints.AddHandler(endpoints => _host.Queue.Add(NamespacedName.Of(endpoints)), (_, after) => _host.Queue.Add(NamespacedName.Of(after)), endpoints => _host.Queue.Add(NamespacedName.Of(endpoints)));
        _services.AddHandler(service => _host.Queue.Add(NamespacedName.Of(service)), (before, after) =>
        {
            if (before.Spec.Selector.IsEmpty != after.Spec.Selector.IsEmpty)
            {
                _host.Queue.Add(NamespacedName.Of(after));
            }
        }, service => _host.Queue.Add(NamespacedName.Of(service)));
        _slices.AddHandler(SliceAdded, (before, after) =>
        {
            if (IsOurs(before) || IsOurs(after))
            {
                _host.Queue.Add(KeyOf(before));
                _host.Queue.Add(KeyOf(after));
            }
        }, SliceDeleted);
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private static NamespacedName KeyOf(EndpointSlice slice) => new(slice.Metadata.Namespace, slice.Metadata.Labels.GetValueOrDefault(SlicePlanner.ServiceNameLabel) ?? "");

    private static bool IsOurs(EndpointSlice slice) => slice.Metadata.Labels.GetValueOrDefault(SlicePlanner.ManagedByLabel) == MirrorPlanner.ManagedBy;

    private void SliceAdded(EndpointSlice slice)
    {
        if (IsOurs(slice))
        {
            _expectations.CreationObserved(KeyOf(slice));
            _host.Queue.Add(KeyOf(slice));
        }
    }

    private void SliceDeleted(EndpointSlice slice)
    {
        if (IsOurs(slice))
        {
            _expectations.DeletionObserved(KeyOf(slice), slice.Metadata.Uid);
            _host.Queue.Add(KeyOf(slice));
        }
    }

    private async ValueTask ReconcileAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        if (!_expectations.Satisfied(key))
        {
            return;
        }

        var existing = _slices.ByIndex(ByService, key.ToString()).Where(slice => IsOurs(slice) && !slice.IsDeleting()).ToList();
        var mirrored = _endpoints.Get(key) is { } endpoints && MirrorPlanner.IsMirrored(endpoints) && _services.Get(key) is { Spec.Selector.IsEmpty: true } ? endpoints : null;
        if (mirrored is null)
        {
            await WriteAsync(key, new SlicePlan([], [], existing), cancellationToken).ConfigureAwait(false);
            return;
        }

        var limit = _context.Options.MirroringMaxEndpointsPerSubset;
        var (plan, skipped, invalid) = MirrorPlanner.Plan(mirrored, existing, limit);
        if (skipped > 0)
        {
            _events.Event(mirrored, EventType.Warning, "TooManyAddressesToMirror",
                $"A max of {limit} addresses can be mirrored to EndpointSlices per Endpoints subset. {skipped} addresses were skipped");
        }

        if (invalid > 0)
        {
            _events.Event(mirrored, EventType.Warning, "InvalidIPAddress", $"Skipped {invalid} invalid IP addresses when mirroring to EndpointSlices");
        }

        try
        {
            await WriteAsync(key, plan, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e)
        {
            _events.Event(mirrored, EventType.Warning, "FailedToUpdateEndpointSlices", $"Error updating Endpoint Slices for Endpoints {key}: {e.Message}");
            throw;
        }
    }

    private async ValueTask WriteAsync(NamespacedName key, SlicePlan plan, CancellationToken cancellationToken)
    {
        if (plan.Create.Count + plan.Delete.Count > 0)
        {
            _expectations.Expect(key, plan.Create.Count, plan.Delete.Select(slice => slice.Metadata.Uid));
        }

        try
        {
            foreach (var slice in plan.Create)
            {
                var result = await _context.Client.CreateAsync(slice, cancellationToken: cancellationToken).ConfigureAwait(false);
                if (!result.Ok && !result.IsNamespaceTerminating)
                {
                    throw new ApiException(result.Status);
                }
            }

            foreach (var slice in plan.Update)
            {
                (await _context.Client.UpdateAsync(slice, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow();
            }

            foreach (var slice in plan.Delete)
            {
                var options = new DeleteOptions { Preconditions = new Api.MetaV1.Preconditions { Uid = slice.Metadata.Uid } };
                if ((await _context.Client.DeleteAsync<EndpointSlice>(slice.Metadata.Namespace, slice.Metadata.Name, options, cancellationToken).ConfigureAwait(false)).OrNull() is null)
                {
                    _expectations.DeletionObserved(key, slice.Metadata.Uid);
                }
            }
        }
        catch
        {
            _expectations.Forget(key);
            throw;
        }
    }
}
