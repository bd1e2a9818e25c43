using Cybernetes.Api.CoreV1;
using Cybernetes.Cri;
using Cybernetes.Kubelet.ControlPlane;
using Cybernetes.Kubelet.Envs;
using Cybernetes.Kubelet.Events;
using V1 = Cybernetes.Cri.V1;

namespace Cybernetes.Kubelet.Volumes;

/// <summary>
/// Mounts the volumes of pods and takes them away again. Mounting is idempotent: called again for a running pod it brings configMap, secret
/// and projected volumes up to date. Thread-safe for different pods.
/// </summary>
internal sealed class VolumeManager(KubeletOptions options, ObjectCache objects, Payloads payloads, TokenStore tokens, SubPaths subPaths, IEventSink events, TimeProvider time)
{
    /// <summary>
    /// Mounts every volume of a pod. Each failure becomes an event; then throws <see cref="VolumeException"/>.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, MountedVolume>> MountAsync(Pod pod, IReadOnlyList<string> podIps, NodeFacts node, CancellationToken cancellationToken)
    {
        Dictionary<string, MountedVolume> mounted = [];
        List<string> failures = [];
        foreach (var volume in pod.Spec.Volumes)
        {
            try
            {
                if (await MountOneAsync(pod, volume, podIps, node, cancellationToken).ConfigureAwait(false) is { } ready)
                {
                    mounted[volume.Name] = ready;
                }
            }
            catch (Exception e) when (e is VolumeException or ConfigErrorException or IOException or UnauthorizedAccessException or CriException)
            {
                failures.Add(volume.Name);
                events.Record(pod, null, EventNames.Warning, EventNames.FailedMount, $"MountVolume.SetUp failed for volume \"{volume.Name}\" : {e.Message}");
            }
        }

        return failures.Count == 0
            ? mounted
            : throw new VolumeException($"unmounted volumes=[{string.Join(' ', failures)}], unattached volumes=[], failed to process volumes=[]: context deadline exceeded");
    }

    /// <summary>Unmounts and deletes everything a pod kept on this node.</summary>
    public void Clean(string podUid)
    {
        tokens.Forget(podUid);
        var directory = Path.Combine(options.RootDirectory, "pods", podUid);
        if (!Directory.Exists(directory))
        {
            return;
        }

        subPaths.Clean(podUid);
        foreach (var mount in Mounts.Below(directory))
        {
            Mounts.Unmount(mount);
        }

        Directory.Delete(directory, recursive: true);
    }

    private async Task<MountedVolume?> MountOneAsync(Pod pod, Volume volume, IReadOnlyList<string> podIps, NodeFacts node, CancellationToken cancellationToken)
    {
        var source = volume.VolumeSource;
        switch (source)
        {
            case { EmptyDir: { } empty }:
                return new(EmptyDir(pod, volume.Name, empty));
            case { HostPath: { } hostPath }:
                return new(HostPaths.Prepare(hostPath), SeLinuxRelabel: false);
            case { ConfigMap: { } map }:
                return Write(pod, volume.Name, "configmap", await payloads.ConfigMapAsync(pod, map.LocalObjectReference.Name, map.Items, map.DefaultMode, map.Optional == true, cancellationToken).ConfigureAwait(false));
            case { Secret: { } secret }:
                return Write(pod, volume.Name, "secret", await payloads.SecretAsync(pod, secret.SecretName, secret.Items, secret.DefaultMode, secret.Optional == true, cancellationToken).ConfigureAwait(false));
            case { DownwardAPI: { } downward }:
                return Write(pod, volume.Name, "downward-api", Payloads.Downward(pod, downward.Items, downward.DefaultMode, podIps, node));
            case { Projected: { } projected }:
                return Write(pod, volume.Name, "projected", await payloads.ProjectedAsync(pod, projected, podIps, node, cancellationToken).ConfigureAwait(false));
            case { Image: { } image }:
                return new("", ReadOnly: true) { Image = new V1.ImageSpec { Image = image.Reference, UserSpecifiedImage = image.Reference } };
            case { PersistentVolumeClaim: { } claim }:
                return await ClaimAsync(pod, claim.ClaimName, claim.ReadOnly, cancellationToken).ConfigureAwait(false);
            case { Ephemeral: not null }:
                return await ClaimAsync(pod, $"{pod.Metadata.Name}-{volume.Name}", false, cancellationToken).ConfigureAwait(false);
            default:
                throw new VolumeException("no volume plugin matched");
        }
    }

    private string VolumeDirectory(Pod pod, string plugin, string name)
    {
        var path = Path.Combine(options.RootDirectory, "pods", pod.Metadata.Uid, "volumes", "kubernetes.io~" + plugin, name);
        Directory.CreateDirectory(path);
        return path;
    }

    private string EmptyDir(Pod pod, string name, EmptyDirVolumeSource source)
    {
        var path = VolumeDirectory(pod, "empty-dir", name);
        var ready = Path.Combine(options.RootDirectory, "pods", pod.Metadata.Uid, "plugins", "kubernetes.io~empty-dir", name, "ready");
        if (File.Exists(ready) && (source.Medium != "Memory" || Mounts.IsMountPoint(path)))
        {
            return path;
        }

        if (source.Medium == "Memory")
        {
            if (!Mounts.IsMountPoint(path))
            {
                Mounts.Tmpfs(path, MemorySize(pod, source));
            }
        }
        else if (source.Medium.StartsWith("HugePages", StringComparison.Ordinal))
        {
            if (!Mounts.IsMountPoint(path))
            {
                var size = source.Medium.Length > "HugePages-".Length ? source.Medium["HugePages-".Length..].TrimEnd('i') : "2M";
                Mounts.Huge(path, size);
            }
        }

        File.SetUnixFileMode(path, (UnixFileMode)0b111_111_111);
        ApplyGroup(pod, path, readOnly: false);
        Directory.CreateDirectory(Path.GetDirectoryName(ready)!);
        File.Create(ready).Dispose();
        return path;
    }

    private static long MemorySize(Pod pod, EmptyDirVolumeSource source)
    {
        // No more than the pod may use at all.
        var limits = pod.Spec.Containers.Select(c => Resources.ContainerResources.Bytes(c.Resources.Limits, "memory")).ToList();
        var podLimit = limits.All(l => l > 0) ? limits.Sum() : 0;
        var asked = source.SizeLimit is { } limit ? limit.Value : 0;
        return (asked, podLimit) switch
        {
            (0, var l) => l,
            (var a, 0) => a,
            var (a, l) => Math.Min(a, l),
        };
    }

    private MountedVolume Write(Pod pod, string name, string plugin, Dictionary<string, PayloadFile> files)
    {
        var path = VolumeDirectory(pod, plugin, name);
        File.SetUnixFileMode(path, (UnixFileMode)0b111_111_111);
        AtomicWriter.Write(path, files, time.GetUtcNow(), directory => ApplyGroup(pod, directory, readOnly: true));
        if (pod.Spec.SecurityContext?.FsGroup is { } group)
        {
            Ownership.Change(path, -1, group);
        }

        return new(path, ReadOnly: true);
    }

    private static void ApplyGroup(Pod pod, string path, bool readOnly)
    {
        if (pod.Spec.SecurityContext?.FsGroup is { } group)
        {
            Ownership.ApplyFsGroup(path, group, readOnly);
        }
    }

    private async Task<MountedVolume> ClaimAsync(Pod pod, string name, bool readOnly, CancellationToken cancellationToken)
    {
        var claim = await objects.FindAsync<PersistentVolumeClaim>(pod.Metadata.Namespace, name, cancellationToken).ConfigureAwait(false)
            ?? throw new VolumeException($"error processing PVC {pod.Metadata.Namespace}/{name}: failed to fetch PVC from API server: persistentvolumeclaims \"{name}\" not found");
        if (claim.Status.Phase != "Bound" || claim.Spec.VolumeName.Length == 0)
        {
            throw new VolumeException($"error processing PVC {pod.Metadata.Namespace}/{name}: PVC is not bound");
        }

        var volume = await objects.FindAsync<PersistentVolume>("", claim.Spec.VolumeName, cancellationToken).ConfigureAwait(false)
            ?? throw new VolumeException($"error processing PVC {pod.Metadata.Namespace}/{name}: failed to fetch PV {claim.Spec.VolumeName} from API server: persistentvolumes \"{claim.Spec.VolumeName}\" not found");
        switch (volume.Spec.PersistentVolumeSource)
        {
            case { HostPath: { } hostPath }:
                return new(HostPaths.Prepare(hostPath), readOnly, SeLinuxRelabel: false);
            case { Local: { } local }:
                if (!Path.Exists(local.Path))
                {
                    throw new VolumeException($"path \"{local.Path}\" does not exist");
                }

                if (!readOnly)
                {
                    ApplyGroup(pod, local.Path, readOnly: false);
                }

                return new(local.Path, readOnly);
            default:
                throw new VolumeException("no volume plugin matched");
        }
    }
}
