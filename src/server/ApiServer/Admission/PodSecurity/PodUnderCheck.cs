using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Admission.PodSecurity;

/// <summary>A pod laid out for the checks: all kinds of containers alike, in upstream's order.</summary>
internal sealed class PodUnderCheck(ObjectMeta metadata, PodSpec spec, int minor)
{
    public ObjectMeta Metadata => metadata;

    public PodSpec Spec => spec;

    public PodSecurityContext Security { get; } = spec.SecurityContext ?? PodSecurityContext.Empty;

    public IReadOnlyList<ContainerUnderCheck> Containers { get; } =
    [
        .. spec.InitContainers.Select(ContainerUnderCheck.Of),
        .. spec.Containers.Select(ContainerUnderCheck.Of),
        .. spec.EphemeralContainers.Select(c => new ContainerUnderCheck(
            c.EphemeralContainerCommon.Name, c.EphemeralContainerCommon.SecurityContext ?? SecurityContext.Empty, c.EphemeralContainerCommon.Ports,
            [c.EphemeralContainerCommon.LivenessProbe, c.EphemeralContainerCommon.ReadinessProbe, c.EphemeralContainerCommon.StartupProbe], c.EphemeralContainerCommon.Lifecycle)),
    ];

    /// <summary>Whether the level's definition is of this minor version or newer.</summary>
    public bool Since(int version) => minor >= version;

    /// <summary>Linux-only rules do not hold for Windows pods, from 1.25 on.</summary>
    public bool IsWindowsExempt => Since(25) && spec.Os?.Name == "windows";

    /// <summary>In a user namespace root is not root, from 1.35 on.</summary>
    public bool IsUserNamespaced => Since(35) && spec.HostUsers == false;
}
