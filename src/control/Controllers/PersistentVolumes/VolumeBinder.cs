using Cybernetes.Api.CoreV1;
using Cybernetes.Api.StorageV1;
using Cybernetes.Api.Rules;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.PersistentVolumes;

/// <summary>
/// Binds claims to volumes, hands claims of a class to its provisioner, and lets volumes go whose claim is gone. A binding is two references,
/// volume to claim first; each write is refused when the object has changed, so no volume gets two claims.
/// </summary>
public sealed partial class VolumeBinder : IController
{
    private const string SelectedNode = "volume.kubernetes.io/selected-node";
    private const string ByClaim = "pods-by-claim";
    private readonly ControllerContext _context;
    private readonly SharedInformer<PersistentVolume> _volumes;
    private readonly SharedInformer<PersistentVolumeClaim> _claims;
    private readonly SharedInformer<StorageClass> _classes;
    private readonly SharedInformer<Pod> _pods;
    private readonly IEventRecorder _events;
    private readonly ReconcilerHost<NamespacedName> _claimHost;
    private readonly ReconcilerHost<string> _volumeHost;

    /// <summary>Joins the informers.</summary>
    public VolumeBinder(ControllerContext context)
    {
        _context = context;
        _events = context.EventsAs("persistentvolume-controller");
        _claimHost = context.Host<NamespacedName>("claims", 1, SyncClaimAsync);
        _volumeHost = context.Host<string>("volumes", 1, SyncVolumeAsync);
        _volumes = context.Informers.For<PersistentVolume>();
        _claims = context.Informers.For<PersistentVolumeClaim>();
        _classes = context.Informers.For<StorageClass>();
        _pods = context.Informers.For<Pod>().AddIndex(ByClaim, pod => PodClaims.Of(pod).Select(name => $"{pod.Metadata.Namespace}/{name}"));
        _volumes.AddHandler(VolumeChanged, (_, after) => VolumeChanged(after), volume =>
        {
            if (volume.Spec.ClaimRef is { } reference)
            {
                _claimHost.Queue.Add(new NamespacedName(reference.Namespace, reference.Name));
            }
        });
        _claims.AddHandler(ClaimChanged, (_, after) => ClaimChanged(after), ClaimChanged);
        // A class that was missing or was not the default may be what claims wait for.
        _classes.AddHandler(_ => EnqueueWaiting(_ => true), (_, _) => EnqueueWaiting(_ => true));
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(_claimHost.RunAsync(cancellationToken), _volumeHost.RunAsync(cancellationToken));

    private void VolumeChanged(PersistentVolume volume)
    {
        _volumeHost.Queue.Add(volume.Metadata.Name);
        if (volume.Spec.ClaimRef is { } reference)
        {
            _claimHost.Queue.Add(new NamespacedName(reference.Namespace, reference.Name));
        }
        else if (volume.Status.Phase == "Available")
        {
            EnqueueWaiting(claim => VolumeMatching.ClassOf(claim) == VolumeMatching.ClassOf(volume));
        }
    }

    private void ClaimChanged(PersistentVolumeClaim claim)
    {
        _claimHost.Queue.Add(NamespacedName.Of(claim));
        if (claim.Spec.VolumeName.Length > 0)
        {
            _volumeHost.Queue.Add(claim.Spec.VolumeName);
        }
    }

    private void EnqueueWaiting(Func<PersistentVolumeClaim, bool> chosen)
    {
        foreach (var claim in _claims.List().Where(claim => !claim.Metadata.Annotations.ContainsKey(VolumeBindings.Completed) && chosen(claim)))
        {
            _claimHost.Queue.Add(NamespacedName.Of(claim));
        }
    }

    private async ValueTask<PersistentVolumeClaim> SetClaimAsync(PersistentVolumeClaim claim, string phase, PersistentVolume? volume, CancellationToken cancellationToken)
    {
        var status = VolumeBindings.StatusOf(claim, phase, volume);
        return status == claim.Status ? claim
            : (await _context.Client.UpdateStatusAsync(claim with { Status = status }, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow();
    }

    private async ValueTask<PersistentVolume> SetVolumeAsync(PersistentVolume volume, string phase, string message, CancellationToken cancellationToken)
    {
        if (volume.Status.Phase == phase)
        {
            return volume;
        }

        var status = volume.Status with { Phase = phase, Message = message, LastPhaseTransitionTime = _context.Now };
        return (await _context.Client.UpdateStatusAsync(volume with { Status = status }, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow();
    }

    // 1. the volume names the claim; 2. it is Bound; 3. the claim names the volume; 4. it is Bound. A stop between two is taken up again.
    private async ValueTask BindAsync(PersistentVolume volume, PersistentVolumeClaim claim, CancellationToken cancellationToken)
    {
        var bound = VolumeBindings.Bind(volume, claim);
        volume = bound == volume ? volume : (await _context.Client.UpdateAsync(bound, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow();
        volume = await SetVolumeAsync(volume, "Bound", "", cancellationToken).ConfigureAwait(false);
        var owning = VolumeBindings.Bind(claim, volume);
        claim = owning == claim ? claim : (await _context.Client.UpdateAsync(owning, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow();
        await SetClaimAsync(claim, "Bound", volume, cancellationToken).ConfigureAwait(false);
    }
}
