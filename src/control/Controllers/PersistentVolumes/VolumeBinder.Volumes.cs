using System.Text.RegularExpressions;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Rules;
using Cybernetes.Informers.Events;

namespace Cybernetes.Controllers.PersistentVolumes;

/// <content>One pass over one volume.</content>
public sealed partial class VolumeBinder
{
    private async ValueTask SyncVolumeAsync(string name, CancellationToken cancellationToken)
    {
        if (_volumes.Get("", name) is not { } volume)
        {
            return;
        }

        if (volume.Spec.ClaimRef is not { Uid.Length: > 0 } reference)
        {
            await SetVolumeAsync(volume, "Available", "", cancellationToken).ConfigureAwait(false);
            return;
        }

        if (await ClaimOfAsync(volume, reference, cancellationToken).ConfigureAwait(false) is not { } claim)
        {
            volume = volume.Status.Phase is "Released" or "Failed" ? volume : await SetVolumeAsync(volume, "Released", "", cancellationToken).ConfigureAwait(false);
            await ReclaimAsync(volume, cancellationToken).ConfigureAwait(false);
        }
        else if (claim.Spec.VolumeName.Length == 0)
        {
            if (!VolumeMatching.SameMode(claim, volume))
            {
                _events.Event(volume, EventType.Warning, "VolumeMismatch",
                    $"Cannot bind PersistentVolume to requested PersistentVolumeClaim \"{claim.Metadata.Name}\" due to incompatible volumeMode.");
                _events.Event(claim, EventType.Warning, "VolumeMismatch",
                    $"Cannot bind PersistentVolume \"{volume.Metadata.Name}\" to requested PersistentVolumeClaim due to incompatible volumeMode.");
                return;
            }

            _claimHost.Queue.Add(new(claim.Metadata.Namespace, claim.Metadata.Name));
        }
        else if (claim.Spec.VolumeName == volume.Metadata.Name)
        {
            await SetVolumeAsync(volume, "Bound", "", cancellationToken).ConfigureAwait(false);
        }
        else if (volume.Metadata.Annotations.ContainsKey(Provisioners.VolumeAnnotation) && volume.Spec.PersistentVolumeReclaimPolicy == "Delete")
        {
            // Made for a claim that has found another in the meantime: of no use to anybody.
            volume = volume.Status.Phase is "Released" or "Failed" ? volume : await SetVolumeAsync(volume, "Released", "", cancellationToken).ConfigureAwait(false);
            await ReclaimAsync(volume, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var free = VolumeBindings.Unbind(volume);
            free = free == volume ? volume : (await _context.Client.UpdateAsync(free, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow();
            await SetVolumeAsync(free, "Available", "", cancellationToken).ConfigureAwait(false);
        }
    }

    // The very claim, or null. What the cache lacks may be new: the server is asked before a volume is let go.
    private async ValueTask<PersistentVolumeClaim?> ClaimOfAsync(PersistentVolume volume, ObjectReference reference, CancellationToken cancellationToken)
    {
        var claim = _claims.Get(reference.Namespace, reference.Name);
        if (claim?.Metadata.Uid != reference.Uid && volume.Status.Phase is not ("Released" or "Failed"))
        {
            claim = (await _context.Client.GetAsync<PersistentVolumeClaim>(reference.Namespace, reference.Name, cancellationToken).ConfigureAwait(false)).OrNull();
        }

        return claim?.Metadata.Uid == reference.Uid ? claim : null;
    }

    private async ValueTask ReclaimAsync(PersistentVolume volume, CancellationToken cancellationToken)
    {
        switch (volume.Spec.PersistentVolumeReclaimPolicy)
        {
            case "Recycle":
                await FailAsync(volume, "VolumeFailedRecycle", "No recycler plugin found for the volume!", cancellationToken).ConfigureAwait(false);
                break;
            case "Delete" when !volume.Metadata.Annotations.TryGetValue(Provisioners.VolumeAnnotation, out var provisioner) || Provisioners.ExternalOf(provisioner) is null:
                if (DeleteData(volume) is { } wrong)
                {
                    await FailAsync(volume, "VolumeFailedDelete", wrong, cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    (await _context.Client.DeleteAsync<PersistentVolume>("", volume.Metadata.Name, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
                }

                break;
        }
    }

    private async ValueTask FailAsync(PersistentVolume volume, string reason, string message, CancellationToken cancellationToken)
    {
        if (volume.Status.Phase != "Failed")
        {
            await SetVolumeAsync(volume, "Failed", message, cancellationToken).ConfigureAwait(false);
            _events.Event(volume, EventType.Warning, reason, message);
        }
    }

    // The only data this process can delete is that of a directory on its own machine, as upstream allows it for trials.
    private static string? DeleteData(PersistentVolume volume)
    {
        if (volume.Spec.PersistentVolumeSource.HostPath is not { } source)
        {
            return $"error getting deleter volume plugin for volume \"{volume.Metadata.Name}\": no deletable volume plugin matched";
        }

        if (!UnderTmp().IsMatch(source.Path) || source.Path.Split('/').Contains(".."))
        {
            return $"host_path deleter only supports /tmp/.+ but received provided {source.Path}";
        }

        try
        {
            Directory.Delete(source.Path, recursive: true);
            return null;
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    [GeneratedRegex("^/tmp/.+")]
    private static partial Regex UnderTmp();
}
