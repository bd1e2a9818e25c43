using System.Net;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.NetworkingV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Informers.Queue;
using IPAddress = System.Net.IPAddress;
using ServiceIp = Cybernetes.Api.NetworkingV1.IPAddress;

namespace Cybernetes.Controllers.ServiceCidrs;

/// <summary>Says of ranges of Service addresses that they are ready, and holds those that are to be deleted until no address would be left without a range.</summary>
public sealed class ServiceCidrController : IController
{
    private const string Finalizer = "networking.k8s.io/service-cidr-finalizer";
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(10);
    private readonly ControllerContext _context;
    private readonly SharedInformer<ServiceCIDR> _ranges;
    private readonly SharedInformer<ServiceIp> _addresses;
    private readonly IEventRecorder _events;
    private readonly ReconcilerHost<string> _host;

    /// <summary>Joins the informers.</summary>
    public ServiceCidrController(ControllerContext context)
    {
        _context = context;
        _events = context.EventsAs("service-cidr-controller");
        _host = context.Host<string>("servicecidrs", 5, ReconcileAsync);
        _ranges = context.Informers.For<ServiceCIDR>();
        _addresses = context.Informers.For<ServiceIp>();
        _ranges.AddHandler(Enqueue, (_, after) => Enqueue(after), Enqueue);
        _addresses.AddHandler(EnqueueHolders, deleted: EnqueueHolders);
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    /// <summary>Whether every address of a range is in another one that stays.</summary>
    internal static bool MayGo(ServiceCIDR range, IEnumerable<ServiceCIDR> others, IEnumerable<string> addresses)
    {
        var mine = NetworksOf(range);
        var staying = others.Where(other => other.Metadata.Name != range.Metadata.Name && !other.IsDeleting()).SelectMany(NetworksOf).ToList();
        return addresses.Select(text => IPAddress.TryParse(text, out var address) ? address : null)
            .All(address => address is null || !mine.Any(network => network.Contains(address)) || staying.Any(network => network.Contains(address)));
    }

    private static List<IPNetwork> NetworksOf(ServiceCIDR range) =>
        [.. range.Spec.Cidrs.Select(text => IPNetwork.TryParse(text, out var network) ? network : (IPNetwork?)null).OfType<IPNetwork>()];

    // A range's change may free one within or around it.
    private void Enqueue(ServiceCIDR range)
    {
        _host.Queue.Add(range.Metadata.Name);
        foreach (var other in _ranges.List().Where(other => other.IsDeleting()))
        {
            _host.Queue.Add(other.Metadata.Name);
        }
    }

    private void EnqueueHolders(ServiceIp address)
    {
        if (IPAddress.TryParse(address.Metadata.Name, out var ip))
        {
            foreach (var range in _ranges.List().Where(range => NetworksOf(range).Exists(network => network.Contains(ip))))
            {
                _host.Queue.Add(range.Metadata.Name);
            }
        }
    }

    private async ValueTask<TimeSpan?> ReconcileAsync(string name, CancellationToken cancellationToken)
    {
        if (_ranges.Get("", name) is not { } range)
        {
            return null;
        }

        if (!range.IsDeleting())
        {
            if (!range.Metadata.Finalizers.Contains(Finalizer))
            {
                range = (await _context.Client.UpdateAsync(range with { Metadata = range.Metadata with { Finalizers = range.Metadata.Finalizers.Add(Finalizer) } }, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow();
            }

            await TellAsync(range, new Condition { Type = "Ready", Status = "True", Message = "Kubernetes Service CIDR is ready" }, cancellationToken).ConfigureAwait(false);
            return null;
        }

        if (!range.Metadata.Finalizers.Contains(Finalizer))
        {
            return null;
        }

        if (!MayGo(range, _ranges.List(), _addresses.List().Select(address => address.Metadata.Name)))
        {
            await TellAsync(range, new Condition
            {
                Type = "Ready",
                Status = "False",
                Reason = "Terminating",
                Message = "There are still IPAddresses referencing the ServiceCIDR, please remove them or create a new ServiceCIDR",
            }, cancellationToken).ConfigureAwait(false);
            return null;
        }

        // The allocators must have seen the deletion, so that they hand out no address any more.
        var left = range.Metadata.DeletionTimestamp!.Value.Moment + _grace - _context.Now;
        if (left > TimeSpan.Zero)
        {
            return left;
        }

        var free = range with { Metadata = range.Metadata with { Finalizers = range.Metadata.Finalizers.Where(one => one != Finalizer).ToValueList() } };
        (await _context.Client.UpdateAsync(free, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
        return null;
    }

    private async ValueTask TellAsync(ServiceCIDR range, Condition condition, CancellationToken cancellationToken)
    {
        var conditions = range.Status.Conditions.Set(condition, _context.Now);
        if (conditions == range.Status.Conditions)
        {
            return;
        }

        var result = await _context.Client.UpdateStatusAsync(range with { Status = range.Status with { Conditions = conditions } }, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (!result.Ok && !result.IsNotFound)
        {
            _events.Event(range, EventType.Warning, "KubernetesServiceCIDRError", $"The ServiceCIDR Status can not be set to Ready={condition.Status}");
            throw new ApiException(result.Status);
        }
    }
}
