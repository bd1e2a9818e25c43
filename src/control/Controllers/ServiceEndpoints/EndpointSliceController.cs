using System.Globalization;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.DiscoveryV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.ServiceEndpoints;

/// <summary>Keeps the EndpointSlices of each Service with a selector.</summary>
public sealed class EndpointSliceController : IController
{
    private const string ManagedBy = "endpointslice-controller.k8s.io";
    private const string ByService = "slices-by-service";
    private readonly ControllerContext _context;
    private readonly SharedInformer<Service> _services;
    private readonly SharedInformer<Pod> _pods;
    private readonly SharedInformer<Node> _nodes;
    private readonly SharedInformer<EndpointSlice> _slices;
    private readonly IEventRecorder _events;
    private readonly Expectations _expectations;
    private readonly ReconcilerHost<NamespacedName> _host;

    /// <summary>Joins the informers.</summary>
    public EndpointSliceController(ControllerContext context)
    {
        _context = context;
        _events = context.EventsAs("endpoint-slice-controller");
        _expectations = new Expectations(context.Time);
        _host = context.Host<NamespacedName>("endpoint_slice", context.Options.ConcurrentServiceEndpointSyncs, ReconcileAsync);
        _services = context.Informers.For<Service>();
        _pods = context.Informers.For<Pod>();
        _nodes = context.Informers.For<Node>();
        _slices = context.Informers.For<EndpointSlice>().AddIndex(ByService, slice => [ServiceOf(slice).ToString()]);
        _services.AddHandler(Enqueue, (_, after) => Enqueue(after), Enqueue);
        _slices.AddHandler(SliceAdded, (before, after) => SliceChanged(before, after), SliceDeleted);
        _nodes.AddHandler(NodeChanged, (before, after) =>
        {
            if (ZoneOf(before) != ZoneOf(after))
            {
                NodeChanged(after);
            }
        });
        ServicePods.Join(_services, _pods, _host.Queue);
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private static NamespacedName ServiceOf(EndpointSlice slice) =>
        new(slice.Metadata.Namespace, slice.Metadata.Labels.GetValueOrDefault(SlicePlanner.ServiceNameLabel) ?? "");

    private static bool IsOurs(EndpointSlice slice) => slice.Metadata.Labels.GetValueOrDefault(SlicePlanner.ManagedByLabel) == ManagedBy;

    private static string? ZoneOf(Node node) => node.Metadata.Labels.GetValueOrDefault("topology.kubernetes.io/zone");

    private void Enqueue(Service service) => _host.Queue.Add(NamespacedName.Of(service));

    private void SliceAdded(EndpointSlice slice)
    {
        if (IsOurs(slice))
        {
            _expectations.CreationObserved(ServiceOf(slice));
            _host.Queue.Add(ServiceOf(slice));
        }
    }

    private void SliceChanged(EndpointSlice before, EndpointSlice after)
    {
        if (IsOurs(before) || IsOurs(after))
        {
            _host.Queue.Add(ServiceOf(before));
            _host.Queue.Add(ServiceOf(after));
        }
    }

    private void SliceDeleted(EndpointSlice slice)
    {
        if (IsOurs(slice))
        {
            _expectations.DeletionObserved(ServiceOf(slice), slice.Metadata.Uid);
            _host.Queue.Add(ServiceOf(slice));
        }
    }

    private void NodeChanged(Node node)
    {
        foreach (var pod in _pods.List().Where(pod => pod.Spec.NodeName == node.Metadata.Name))
        {
            foreach (var service in _services.List(pod.Metadata.Namespace))
            {
                if (!service.Spec.Selector.IsEmpty && ServicePods.Selects(service, pod.Metadata.Labels))
                {
                    Enqueue(service);
                }
            }
        }
    }

    private async ValueTask ReconcileAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        if (_services.Get(key) is not { } service)
        {
            // The slices are owned and go by garbage collection.
            _expectations.Forget(key);
            return;
        }

        if (service.Spec.Type == "ExternalName" || service.Spec.Selector.IsEmpty || service.IsDeleting() || !_expectations.Satisfied(key))
        {
            return;
        }

        var pods = _pods.List(key.Namespace).Where(pod => ServicePods.Selects(service, pod.Metadata.Labels)).OrderBy(pod => pod.Metadata.Name, StringComparer.Ordinal).ToList();
        var existing = _slices.ByIndex(ByService, key.ToString()).Where(slice => IsOurs(slice) && !slice.IsDeleting()).ToList();
        var labels = service.Metadata.Labels.Without(ServicePods.HeadlessLabel)
            .With(SlicePlanner.ServiceNameLabel, key.Name).With(SlicePlanner.ManagedByLabel, ManagedBy);
        labels = ServicePods.IsHeadless(service) ? labels.With(ServicePods.HeadlessLabel, "") : labels;

        var (create, update, delete) = (new List<EndpointSlice>(), new List<EndpointSlice>(), new List<EndpointSlice>());
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var ipv6 in ServicePods.FamiliesOf(service))
        {
            var type = ipv6 ? "IPv6" : "IPv4";
            wanted.Add(type);
            var groups = SlicePlanner.GroupsOf(service, pods, ipv6, name => _nodes.Get("", name));
            var plan = SlicePlanner.Plan(service, [.. existing.Where(slice => slice.AddressType == type)], groups, type, labels, _context.Options.MaxEndpointsPerSlice);
            create.AddRange(plan.Create);
            update.AddRange(plan.Update);
            delete.AddRange(plan.Delete);
        }

        delete.AddRange(existing.Where(slice => !wanted.Contains(slice.AddressType)));
        try
        {
            await WriteAsync(key, new SlicePlan(create, update, delete), cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e)
        {
            _events.Event(service, EventType.Warning, "FailedToUpdateEndpointSlices", $"Error updating Endpoint Slices for Service {key}: {e.Message}");
            throw;
        }
    }

    private async ValueTask WriteAsync(NamespacedName key, SlicePlan plan, CancellationToken cancellationToken)
    {
        if (plan.IsEmpty)
        {
            return;
        }

        var stamp = _context.Now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        EndpointSlice Stamped(EndpointSlice slice) => slice.With(slice.Metadata with { Annotations = slice.Metadata.Annotations.With(ServicePods.LastChangeAnnotation, stamp) });

        if (plan.Create.Count + plan.Delete.Count > 0)
        {
            _expectations.Expect(key, plan.Create.Count, plan.Delete.Select(slice => slice.Metadata.Uid));
        }

        try
        {
            foreach (var slice in plan.Create)
            {
                var result = await _context.Client.CreateAsync(Stamped(slice), cancellationToken: cancellationToken).ConfigureAwait(false);
                if (!result.Ok && !result.IsNamespaceTerminating)
                {
                    throw new ApiException(result.Status);
                }
            }

            foreach (var slice in plan.Update)
            {
                (await _context.Client.UpdateAsync(Stamped(slice), cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow();
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
