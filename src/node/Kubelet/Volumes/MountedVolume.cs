using V1 = Cybernetes.Cri.V1;

namespace Cybernetes.Kubelet.Volumes;

/// <summary>A volume that is ready to be mounted into containers.</summary>
internal sealed record MountedVolume(string HostPath, bool ReadOnly = false, bool SeLinuxRelabel = true)
{
    /// <summary>Set for an image volume, which the runtime itself mounts.</summary>
    public V1.ImageSpec? Image { get; init; }
}
