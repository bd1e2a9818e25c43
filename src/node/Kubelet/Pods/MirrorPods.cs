using System.Collections.Concurrent;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Kubelet.ControlPlane;

namespace Cybernetes.Kubelet.Pods;

/// <summary>The API server's pictures of static pods. Thread-safe.</summary>
internal sealed class MirrorPods(IControlPlane api, Func<Node?> node)
{
    private readonly ConcurrentDictionary<string, Pod> _mirrors = new();

    /// <summary>The mirror of a static pod, or of an earlier version of it, if there is one.</summary>
    public Pod? Find(Pod pod) => _mirrors.GetValueOrDefault(pod.FullName);

    /// <summary>The mirror that shows this very version of a static pod, if there is one.</summary>
    public Pod? MirrorOf(Pod pod) =>
        Find(pod) is { } mirror && mirror.Metadata.Annotations.GetValueOrDefault(PodExtensions.ConfigMirror) == pod.Metadata.Annotations.GetValueOrDefault(PodExtensions.ConfigHash) ? mirror : null;

    /// <summary>A mirror was seen.</summary>
    public void Set(Pod mirror) => _mirrors[mirror.FullName] = mirror;

    /// <summary>A mirror is gone.</summary>
    public void Remove(Pod mirror)
    {
        // Its successor may be there already.
        if (_mirrors.TryGetValue(mirror.FullName, out var held) && held.Metadata.Uid == mirror.Metadata.Uid)
        {
            _mirrors.TryRemove(new(mirror.FullName, held));
        }
    }

    /// <summary>Sees to it that the mirror of a static pod exists and shows this version of it.</summary>
    public async Task EnsureAsync(Pod pod, CancellationToken cancellationToken)
    {
        var hash = pod.Metadata.Annotations.GetValueOrDefault(PodExtensions.ConfigHash) ?? "";
        if (Find(pod) is { } existing)
        {
            if (!existing.IsBeingDeleted && existing.Metadata.Annotations.GetValueOrDefault(PodExtensions.ConfigMirror) == hash)
            {
                return;
            }

            await DeleteAsync(existing, cancellationToken).ConfigureAwait(false);
        }

        var owner = node();
        var mirror = pod with
        {
            Metadata = pod.Metadata with
            {
                Uid = "",
                ResourceVersion = "",
                Annotations = pod.Metadata.Annotations.With(PodExtensions.ConfigMirror, hash),
                OwnerReferences = owner is null ? default : [new OwnerReference { ApiVersion = "v1", Kind = "Node", Name = owner.Metadata.Name, Uid = owner.Metadata.Uid, Controller = true }],
            },
            Status = PodStatus.Empty,
        };
        try
        {
            Set(await api.CreateAsync(mirror, cancellationToken).ConfigureAwait(false));
        }
        catch (ControlPlaneException e) when (e.IsAlreadyExists)
        {
            // The watch will bring it.
        }
    }

    /// <summary>Deletes the mirror of a static pod that is no more.</summary>
    public async Task DeleteAsync(Pod mirror, CancellationToken cancellationToken)
    {
        await api.DeleteAsync<Pod>(mirror.Metadata.Namespace, mirror.Metadata.Name, mirror.Metadata.Uid, 0, cancellationToken).ConfigureAwait(false);
        Remove(mirror);
    }
}
