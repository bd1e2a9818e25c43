using Cybernetes.Api.CoreV1;
using Cybernetes.Client;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins.Volumes;

/// <summary>Writes what was decided of a pod's volumes, and waits until its claims are bound.</summary>
internal sealed class VolumeWriter(KubeClient client, IClusterObjects objects, AssumedVolumes assumed)
{
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(100);

    /// <summary>Writes; what went wrong, or null. Each write is refused where the object has changed meanwhile.</summary>
    public async ValueTask<string?> WriteAsync(IEnumerable<PersistentVolume> volumes, IEnumerable<PersistentVolumeClaim> claims, CancellationToken cancellationToken)
    {
        foreach (var volume in volumes)
        {
            var written = await client.UpdateAsync(volume, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (!written.Ok)
            {
                return written.Message;
            }

            assumed.Assume(written.Value);
        }

        foreach (var claim in claims)
        {
            var written = await client.UpdateAsync(claim, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (!written.Ok)
            {
                return written.Message;
            }

            assumed.Assume(written.Value);
        }

        return null;
    }

    /// <summary>Waits until all claims are bound; what went wrong, or null.</summary>
    public async ValueTask<string?> WaitAsync(IReadOnlyList<PersistentVolumeClaim> claims, string node, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var started = client.Time.GetTimestamp();
        while (true)
        {
            var (done, problem) = Look(claims, node);
            if (done || problem is not null)
            {
                return problem;
            }

            if (client.Time.GetElapsedTime(started) > timeout)
            {
                return "context deadline exceeded";
            }

            await Task.Delay(_look, client.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private (bool Done, string? Problem) Look(IReadOnlyList<PersistentVolumeClaim> claims, string node)
    {
        var done = true;
        foreach (var wanted in claims)
        {
            if (objects.Claim(wanted.Metadata.Namespace, wanted.Metadata.Name) is not { } claim || claim.Metadata.Uid != wanted.Metadata.Uid)
            {
                return (false, $"failed to check claim binding: persistentvolumeclaim \"{wanted.Metadata.Name}\" not found");
            }

            if (PodVolumeClaims.IsBound(claim))
            {
                continue;
            }

            done = false;
            if (claim.Spec.VolumeName.Length == 0
                && claim.Metadata.Annotations.TryGetValue(PodVolumeClaims.SelectedNode, out var selected) && selected != node)
            {
                // A provisioner that gives up on the node takes the annotation away, and another pod may have chosen anew.
                return (false, $"selectedNode annotation reset for PVC \"{claim.Metadata.Name}\"");
            }

            if (!claim.Metadata.Annotations.ContainsKey(PodVolumeClaims.SelectedNode) && wanted.Metadata.Annotations.ContainsKey(PodVolumeClaims.SelectedNode))
            {
                return (false, $"selectedNode annotation reset for PVC \"{claim.Metadata.Name}\"");
            }
        }

        return (done, null);
    }
}
