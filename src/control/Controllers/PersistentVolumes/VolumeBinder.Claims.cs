using Cybernetes.Api.CoreV1;
using Cybernetes.Api.StorageV1;
using Cybernetes.Api.Rules;
using Cybernetes.Client;
using Cybernetes.Informers.Events;

namespace Cybernetes.Controllers.PersistentVolumes;

/// <content>One pass over one claim.</content>
public sealed partial class VolumeBinder
{
    private async ValueTask SyncClaimAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        if (_claims.Get(key) is not { } claim)
        {
            return;
        }

        if (claim.Metadata.Annotations.ContainsKey(VolumeBindings.Completed))
        {
            await SyncBoundAsync(claim, cancellationToken).ConfigureAwait(false);
        }
        else if (claim.Spec.VolumeName.Length > 0)
        {
            await SyncNamingAsync(claim, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await SyncSeekingAsync(claim, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask SyncBoundAsync(PersistentVolumeClaim claim, CancellationToken cancellationToken)
    {
        var (reason, message) = ("ClaimLost", "Bound claim has lost reference to PersistentVolume. Data on the volume is lost!");
        if (claim.Spec.VolumeName.Length > 0)
        {
            if (_volumes.Get("", claim.Spec.VolumeName) is not { } volume)
            {
                // The volume may be new to the server and not yet in the cache.
                volume = (await _context.Client.GetAsync<PersistentVolume>("", claim.Spec.VolumeName, cancellationToken).ConfigureAwait(false)).OrNull()!;
            }

            if (volume is null)
            {
                message = "Bound claim has lost its PersistentVolume. Data on the volume is lost!";
            }
            else if (volume.Spec.ClaimRef is null || volume.Spec.ClaimRef.Uid == claim.Metadata.Uid)
            {
                await BindAsync(volume, claim, cancellationToken).ConfigureAwait(false);
                return;
            }
            else
            {
                (reason, message) = ("ClaimMisbound", "Two claims are bound to the same volume, this one is bound incorrectly");
            }
        }

        if (claim.Status.Phase != "Lost")
        {
            await SetClaimAsync(claim, "Lost", null, cancellationToken).ConfigureAwait(false);
            _events.Event(claim, EventType.Warning, reason, message);
        }
    }

    // A person, or the scheduler, has chosen the volume.
    private async ValueTask SyncNamingAsync(PersistentVolumeClaim claim, CancellationToken cancellationToken)
    {
        var volume = _volumes.Get("", claim.Spec.VolumeName);
        if (volume is { Spec.ClaimRef: null } && VolumeMatching.Mismatch(claim, volume) is { } mismatch)
        {
            _events.Event(claim, EventType.Warning, "VolumeMismatch", $"Cannot bind to requested volume \"{volume.Metadata.Name}\": {mismatch}");
        }
        else if (volume is not null && (volume.Spec.ClaimRef is null || VolumeMatching.IsFor(volume, claim)))
        {
            await BindAsync(volume, claim, cancellationToken).ConfigureAwait(false);
            return;
        }
        else if (volume is not null)
        {
            _events.Event(claim, EventType.Warning, "FailedBinding", $"volume \"{volume.Metadata.Name}\" already bound to a different claim.");
        }

        await SetClaimAsync(claim, "Pending", null, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask SyncSeekingAsync(PersistentVolumeClaim claim, CancellationToken cancellationToken)
    {
        var className = VolumeMatching.ClassOf(claim);
        var storageClass = className.Length > 0 ? _classes.Get("", className) : null;
        var waits = storageClass?.VolumeBindingMode == "WaitForFirstConsumer" && !claim.Metadata.Annotations.ContainsKey(SelectedNode);
        if (VolumeMatching.Best(claim, _volumes.List(), waits) is { } volume)
        {
            await BindAsync(volume, claim, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (!VolumeMatching.SaysClass(claim) && DefaultOf(_classes.List()) is { } fallback)
        {
            (await _context.Client.UpdateAsync(claim with { Spec = claim.Spec with { StorageClassName = fallback.Metadata.Name } }, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow();
            return;
        }

        if (waits)
        {
            var pods = _pods.ByIndex(ByClaim, NamespacedName.Of(claim).ToString()).Where(pod => pod.Spec.NodeName.Length == 0).Select(pod => pod.Metadata.Name).Order(StringComparer.Ordinal).ToList();
            _events.Event(claim, EventType.Normal, pods.Count == 0 ? "WaitForFirstConsumer" : "WaitForPodScheduled",
                pods.Count == 0 ? "waiting for first consumer to be created before binding" : $"waiting for pod {string.Join(',', pods)} to be scheduled");
        }
        else if (className.Length > 0)
        {
            claim = await HandOverAsync(claim, className, storageClass, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            _events.Event(claim, EventType.Normal, "FailedBinding", "no persistent volumes available for this claim and no storage class is set");
        }

        await SetClaimAsync(claim, "Pending", null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The class for claims that say nothing: of those marked, the newest.</summary>
    internal static StorageClass? DefaultOf(IEnumerable<StorageClass> classes) => classes
        .Where(one => one.Metadata.Annotations.GetValueOrDefault("storageclass.kubernetes.io/is-default-class") == "true"
            || one.Metadata.Annotations.GetValueOrDefault("storageclass.beta.kubernetes.io/is-default-class") == "true")
        .OrderByDescending(one => one.Metadata.CreationTimestamp).ThenBy(one => one.Metadata.Name, StringComparer.Ordinal).FirstOrDefault();

    private async ValueTask<PersistentVolumeClaim> HandOverAsync(PersistentVolumeClaim claim, string className, StorageClass? storageClass, CancellationToken cancellationToken)
    {
        if (storageClass is null)
        {
            _events.Event(claim, EventType.Warning, "ProvisioningFailed", $"storageclass.storage.k8s.io \"{className}\" not found");
            return claim;
        }

        if (Provisioners.ExternalOf(storageClass.Provisioner) is not { } provisioner)
        {
            _events.Event(claim, EventType.Warning, "ProvisioningFailed", $"no volume plugin matched name: {storageClass.Provisioner}");
            return claim;
        }

        var annotations = Provisioners.ClaimAnnotations.Aggregate(claim.Metadata.Annotations, (all, name) => all.With(name, provisioner));
        if (annotations != claim.Metadata.Annotations)
        {
            claim = (await _context.Client.UpdateAsync(claim with { Metadata = claim.Metadata with { Annotations = annotations } }, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow();
        }

        _events.Event(claim, EventType.Normal, "ExternalProvisioning",
            $"Waiting for a volume to be created either by the external provisioner '{provisioner}' or manually by the system administrator. If volume creation is delayed, please verify that the provisioner is running and correctly registered.");
        return claim;
    }
}
