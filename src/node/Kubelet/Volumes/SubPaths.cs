using System.Runtime.InteropServices;
using Cybernetes.Api.CoreV1;
using Cybernetes.Kubelet.Envs;

namespace Cybernetes.Kubelet.Volumes;

/// <summary>
/// Makes a directory or file inside a volume mountable without letting a container that owns the volume lead the mount astray: the target is
/// resolved, checked to lie inside, and bind-mounted from its open descriptor. Thread-safe.
/// </summary>
internal sealed class SubPaths(string kubeletRoot)
{
    /// <summary>The path to give to the runtime; creates a missing directory. Throws <see cref="ConfigErrorException"/> when it leads outside.</summary>
    public string Prepare(Pod pod, string container, string volume, string volumePath, string subPath, int index)
    {
        if (subPath.StartsWith('/') || subPath.Split('/').Contains(".."))
        {
            throw new ConfigErrorException($"subPath \"{subPath}\" must be a relative path and must not contain '..'");
        }

        var target = Path.Combine(volumePath, subPath);
        if (!Path.Exists(target))
        {
            CreateInside(volumePath, subPath);
        }

        var root = Resolve(volumePath);
        var resolved = Resolve(target);
        if (resolved != root && !resolved.StartsWith(root + "/", StringComparison.Ordinal))
        {
            throw new ConfigErrorException($"failed to prepare subPath for volumeMount \"{volume}\" of container \"{container}\"");
        }

        var bind = Path.Combine(kubeletRoot, "pods", pod.Metadata.Uid, "volume-subpaths", volume, container, index.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (Mounts.IsMountPoint(bind))
        {
            Mounts.Unmount(bind);
        }

        if (Directory.Exists(resolved))
        {
            Directory.CreateDirectory(bind);
        }
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(bind)!);
            File.Create(bind).Dispose();
        }

        using var handle = new PathHandle(resolved);
        Mounts.Bind(handle.ProcPath, bind);
        return bind;
    }

    /// <summary>Takes away every sub-path mount of a pod.</summary>
    public void Clean(string podUid)
    {
        var root = Path.Combine(kubeletRoot, "pods", podUid, "volume-subpaths");
        if (!Directory.Exists(root))
        {
            return;
        }

        foreach (var mount in Mounts.Below(root))
        {
            Mounts.Unmount(mount);
        }

        Directory.Delete(root, recursive: true);
    }

    private static void CreateInside(string volumePath, string subPath)
    {
        var mode = File.GetUnixFileMode(volumePath);
        var current = volumePath;
        foreach (var part in subPath.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            current = Path.Combine(current, part);
            if (Path.Exists(current))
            {
                if (!Resolve(current).StartsWith(Resolve(volumePath), StringComparison.Ordinal))
                {
                    throw new ConfigErrorException("subpath leads outside of the volume");
                }

                continue;
            }

            Directory.CreateDirectory(current);
            File.SetUnixFileMode(current, mode);
        }
    }

    private static string Resolve(string path)
    {
        using var handle = new PathHandle(path);
        return File.ResolveLinkTarget(handle.ProcPath, returnFinalTarget: false)?.FullName ?? path;
    }
}
