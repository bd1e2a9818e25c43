using Cybernetes.Api.CoreV1;
using Cybernetes.Kubelet.Volumes;
using V1 = Cybernetes.Cri.V1;

namespace Cybernetes.Kubelet.Containers;

/// <summary>Where a container is started.</summary>
internal sealed record StartContext(
    Pod Pod,
    PodRuntime Runtime,
    string SandboxId,
    V1.PodSandboxConfig SandboxConfig,
    IReadOnlyList<string> PodIps,
    IReadOnlyDictionary<string, MountedVolume> Volumes,
    NodeFacts Node);
