using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.ServiceEndpoints;

/// <summary>Keeps the Endpoints object of each Service with a selector.</summary>
public sealed class EndpointsController : IController
{
    private const string ManagedByLabel = "endpoints.kubernetes.io/managed-by";
    private const string ManagedBy = "endpoint-controller";
    private const string OverCapacity = "endpoints.kubernetes.io/over-capacity";
    private readonly ControllerContext _context;
    private readonly SharedInformer<Service> _services;
    private readonly SharedInformer<Pod> _pods;
    private readonly SharedInformer<Endpoints> _endpoints;
    private readonly IEventRecorder _events;
    private readonly ReconcilerHost<NamespacedName> _host;

    /// <summary>Joins the informers.</summary>
    public EndpointsController(ControllerContext context)
    {
        _context = context;
        _events = context.EventsAs("endpoint-controller");
        _host = context.Host<NamespacedName>("endpoint", context.Options.ConcurrentEndpointSyncs, ReconcileAsync);
        _services = context.Informers.For<Service>();
        _pods = context.Informers.For<Pod>();
        _endpoints = context.Informers.For<Endpoints>();
        _services.AddHandler(Enqueue, (_, after) => Enqueue(after), Enqueue);
        // Endpoints of a Service that went while nobody watched are looked at once, at the start.
        _endpoints.AddHandler(added: endpoints => _host.Queue.Add(NamespacedName.Of(endpoints)), deleted: endpoints => _host.Queue.Add(NamespacedName.Of(endpoints)));
        ServicePods.Join(_services, _pods, _host.Queue);
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private void Enqueue(Service service) => _host.Queue.Add(NamespacedName.Of(service));

    private async ValueTask ReconcileAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        var current = _endpoints.Get(key);
        if (_services.Get(key) is not { } service)
        {
            // Leader election of old used Endpoints without a Service; those are not ours.
            if (current is not null && current.Metadata.Labels.GetValueOrDefault(ManagedByLabel) == ManagedBy)
            {
                (await _context.Client.DeleteAsync<Endpoints>(key.Namespace, key.Name, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
            }

            return;
        }

        if (service.Spec.Selector.IsEmpty || service.Spec.Type == "ExternalName")
        {
            return;
        }

        var pods = _pods.List(key.Namespace).Where(pod => ServicePods.Selects(service, pod.Metadata.Labels));
        var (subsets, truncated) = EndpointSubsets.Of(service, pods);
        var wanted = Wanted(service, current, subsets, truncated);
        if (current is not null && current == wanted)
        {
            return;
        }

        wanted = wanted.With(wanted.Metadata with
        {
            Annotations = wanted.Metadata.Annotations.With(ServicePods.LastChangeAnnotation, _context.Now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)),
        });
        var result = current is null
            ? await _context.Client.CreateAsync(wanted, cancellationToken: cancellationToken).ConfigureAwait(false)
            : await _context.Client.UpdateAsync(wanted, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (result.Ok || result.IsNamespaceTerminating)
        {
            return;
        }

        if (current is null && result.IsForbidden)
        {
            _events.Event(service, EventType.Warning, "FailedToCreateEndpoint", $"Failed to create endpoint for service {key}: {result.Message}");
        }
        else if (current is not null && !result.IsConflict)
        {
            _events.Event(current, EventType.Warning, "FailedToUpdateEndpoint", $"Failed to update endpoint {key}: {result.Message}");
        }

        throw new ApiException(result.Status);
    }

    private static Endpoints Wanted(Service service, Endpoints? current, Api.Machinery.ValueList<EndpointSubset> subsets, bool truncated)
    {
        var labels = service.Metadata.Labels.With(ManagedByLabel, ManagedBy);
        labels = ServicePods.IsHeadless(service) ? labels.With(ServicePods.HeadlessLabel, "") : labels.Without(ServicePods.HeadlessLabel);
        var annotations = current?.Metadata.Annotations ?? default;
        annotations = truncated ? annotations.With(OverCapacity, "truncated") : annotations.Without(OverCapacity);
        var metadata = current?.Metadata ?? new ObjectMeta { Name = service.Metadata.Name, Namespace = service.Metadata.Namespace };
        return (current ?? Endpoints.Empty) with { Metadata = metadata with { Labels = labels, Annotations = annotations }, Subsets = subsets };
    }
}
