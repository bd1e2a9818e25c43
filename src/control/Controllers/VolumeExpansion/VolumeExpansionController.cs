using Cybernetes.Api.CoreV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.VolumeExpansion;

/// <summary>Says of claims that ask for more than they have that somebody outside must make it so: every volume that can grow is a CSI driver's.</summary>
public sealed class VolumeExpansionController : IController
{
    private readonly SharedInformer<PersistentVolumeClaim> _claims;
    private readonly SharedInformer<PersistentVolume> _volumes;
    private readonly IEventRecorder _events;
    private readonly ReconcilerHost<NamespacedName> _host;

    /// <summary>Joins the informers.</summary>
    public VolumeExpansionController(ControllerContext context)
    {
        _events = context.EventsAs("volume_expand");
        _host = context.Host<NamespacedName>("volume_expand", 1, ReconcileAsync);
        _volumes = context.Informers.For<PersistentVolume>();
        _claims = context.Informers.For<PersistentVolumeClaim>();
        _claims.AddHandler(updated: (before, after) =>
        {
            if (after.Spec.Resources.Requests.GetValueOrDefault("storage") > before.Spec.Resources.Requests.GetValueOrDefault("storage"))
            {
                _host.Queue.Add(NamespacedName.Of(after));
            }
        });
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private ValueTask ReconcileAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        if (_claims.Get(key) is { Status.Phase: "Bound" } claim && _volumes.Get("", claim.Spec.VolumeName) is { } volume && volume.Spec.ClaimRef?.Uid == claim.Metadata.Uid
            && claim.Spec.Resources.Requests.GetValueOrDefault("storage") > claim.Status.Capacity.GetValueOrDefault("storage"))
        {
            _events.Event(claim, EventType.Normal, "ExternalExpanding", "waiting for an external controller to expand this PVC");
        }

        return ValueTask.CompletedTask;
    }
}
