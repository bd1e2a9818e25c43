using Cybernetes.Api.CoreV1;

namespace Cybernetes.Kubelet.Resources;

/// <summary>Where in the cgroup tree a pod lives. Pure.</summary>
internal sealed class PodCgroups(KubeletOptions options)
{
    /// <summary>Where the kernel's cgroups are mounted.</summary>
    public const string MountRoot = "/sys/fs/cgroup";

    /// <summary>The names of the cgroups from the root down to the pod's.</summary>
    public IReadOnlyList<string> Names(Pod pod)
    {
        if (!options.CgroupsPerQos)
        {
            return [];
        }

        var podName = "pod" + pod.Metadata.Uid;
        return PodQos.Of(pod) switch
        {
            PodQos.Burstable => ["kubepods", "burstable", podName],
            PodQos.BestEffort => ["kubepods", "besteffort", podName],
            _ => ["kubepods", podName],
        };
    }

    /// <summary>The pod's cgroup below the mounts: slices of systemd lie in one another, each named after the whole path.</summary>
    public string PathOf(Pod pod)
    {
        var names = Names(pod);
        var parts = options.CgroupDriver == "systemd"
            ? names.Select((_, i) => string.Join('-', names.Take(i + 1).Select(n => n.Replace('-', '_'))) + ".slice")
            : names;
        return string.Join('/', (IEnumerable<string>)[.. options.CgroupRoot.Split('/', StringSplitOptions.RemoveEmptyEntries), .. parts]);
    }

    /// <summary>The cgroup of one of the pod's containers below the mounts.</summary>
    public string PathOf(Pod pod, string containerId) =>
        options.CgroupDriver == "systemd" ? $"{PathOf(pod)}/cri-containerd-{containerId}.scope" : $"{PathOf(pod)}/{containerId}";

    /// <summary>The parent cgroup as the runtime is told it: a path for cgroupfs, a slice for systemd.</summary>
    public string ParentOf(Pod pod)
    {
        var names = Names(pod);
        if (names.Count == 0)
        {
            return "";
        }

        return options.CgroupDriver == "systemd"
            ? string.Join('-', names.Select(n => n.Replace('-', '_'))) + ".slice"
            : options.CgroupRoot.TrimEnd('/') + "/" + string.Join('/', names);
    }
}
