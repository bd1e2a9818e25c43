using System.Globalization;
using Cybernetes.Api.CoreV1;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Kubelet.Resources;

/// <summary>
/// Makes the cgroups of pods before the runtime puts containers into them, with the sum of their containers' limits, and removes them
/// afterwards; cgroup v1 and v2. With the systemd driver the runtime makes the slices itself. Thread-safe for different pods.
/// </summary>
internal sealed class CgroupManager(KubeletOptions options, PodCgroups names, string mountRoot, ILogger log)
{
    private static readonly string[] Controllers = ["cpu", "cpuset", "memory", "pids", "hugetlb", "blkio", "devices", "freezer", "cpuacct", "systemd"];

    private readonly bool _isUnified = File.Exists(Path.Combine(mountRoot, "cgroup.controllers"));

    /// <summary>Makes the pod's cgroup where it is missing.</summary>
    public void Ensure(Pod pod)
    {
        var parts = names.Names(pod);
        if (parts.Count == 0 || options.CgroupDriver != "cgroupfs")
        {
            return;
        }

        try
        {
            if (_isUnified)
            {
                EnsureUnified(parts);
            }
            else
            {
                foreach (var controller in Controllers.Where(c => Directory.Exists(Path.Combine(mountRoot, c))))
                {
                    EnsureLegacy(controller, parts);
                }
            }

            Apply(pod, parts);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ResourceLog.CgroupFailed(log, pod.Metadata.Name, e.Message);
        }
    }

    /// <summary>Removes the pod's cgroup if nothing runs in it.</summary>
    public void Remove(Pod pod)
    {
        var parts = names.Names(pod);
        if (parts.Count == 0 || options.CgroupDriver != "cgroupfs")
        {
            return;
        }

        foreach (var directory in Directories(parts).Where(Directory.Exists))
        {
            RemoveTree(directory);
        }
    }

    private static void RemoveTree(string directory)
    {
        try
        {
            foreach (var child in Directory.GetDirectories(directory))
            {
                RemoveTree(child);
            }

            // The files in a cgroup are the kernel's; removing the directory itself is all there is to do.
            NativeDirectory.Remove(directory);
        }
        catch (IOException)
        {
            // Still in use; it goes with the next attempt or the next start.
        }
    }

    private IEnumerable<string> Directories(IReadOnlyList<string> parts)
    {
        var relative = Path.Combine([options.CgroupRoot.Trim('/'), .. parts]);
        return _isUnified
            ? [Path.Combine(mountRoot, relative)]
            : Controllers.Where(c => Directory.Exists(Path.Combine(mountRoot, c))).Select(c => Path.Combine(mountRoot, c, relative));
    }

    private void EnsureUnified(IReadOnlyList<string> parts)
    {
        var current = Path.Combine(mountRoot, options.CgroupRoot.Trim('/'));
        foreach (var part in parts)
        {
            var available = File.ReadAllText(Path.Combine(current, "cgroup.controllers")).Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var controller in available)
            {
                File.WriteAllText(Path.Combine(current, "cgroup.subtree_control"), "+" + controller);
            }

            current = Path.Combine(current, part);
            Directory.CreateDirectory(current);
        }
    }

    private void EnsureLegacy(string controller, IReadOnlyList<string> parts)
    {
        var current = Path.Combine(mountRoot, controller, options.CgroupRoot.Trim('/'));
        foreach (var part in parts)
        {
            var parent = current;
            current = Path.Combine(current, part);
            if (Directory.Exists(current))
            {
                continue;
            }

            Directory.CreateDirectory(current);
            if (controller == "cpuset")
            {
                // A new cpuset is empty and takes no process until it is given its parent's.
                foreach (var file in (string[])["cpuset.cpus", "cpuset.mems"])
                {
                    File.WriteAllText(Path.Combine(current, file), File.ReadAllText(Path.Combine(parent, file)));
                }
            }
        }
    }

    private void Apply(Pod pod, IReadOnlyList<string> parts)
    {
        var limits = PodResources.Of(pod);
        var relative = Path.Combine([options.CgroupRoot.Trim('/'), .. parts]);
        if (_isUnified)
        {
            var directory = Path.Combine(mountRoot, relative);
            Write(Path.Combine(directory, "cpu.weight"), 1 + ((limits.CpuShares - 2) * 9999 / 262142));
            Write(Path.Combine(directory, "cpu.max"), limits.CpuQuota > 0 && options.CpuCfsQuota ? $"{limits.CpuQuota} 100000" : "max 100000");
            Write(Path.Combine(directory, "memory.max"), limits.Memory > 0 ? limits.Memory.ToString(CultureInfo.InvariantCulture) : "max");
            return;
        }

        Write(Path.Combine(mountRoot, "cpu", relative, "cpu.shares"), limits.CpuShares);
        Write(Path.Combine(mountRoot, "cpu", relative, "cpu.cfs_quota_us"), limits.CpuQuota > 0 && options.CpuCfsQuota ? limits.CpuQuota : -1);
        Write(Path.Combine(mountRoot, "memory", relative, "memory.limit_in_bytes"), limits.Memory > 0 ? limits.Memory : -1);
    }

    private void Write(string path, long value) => Write(path, value.ToString(CultureInfo.InvariantCulture));

    private void Write(string path, string value)
    {
        try
        {
            if (File.Exists(path))
            {
                File.WriteAllText(path, value);
            }
        }
        catch (IOException e)
        {
            // Refused while containers below still have more; it is written again after they were changed.
            ResourceLog.CgroupFailed(log, path, e.Message);
        }
    }
}
