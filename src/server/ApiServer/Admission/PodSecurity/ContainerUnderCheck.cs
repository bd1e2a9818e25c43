using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Admission.PodSecurity;

internal sealed record ContainerUnderCheck(string Name, SecurityContext Security, ValueList<ContainerPort> Ports, Probe?[] Probes, Lifecycle? Lifecycle)
{
    public static ContainerUnderCheck Of(Container c) =>
        new(c.Name, c.SecurityContext ?? SecurityContext.Empty, c.Ports, [c.LivenessProbe, c.ReadinessProbe, c.StartupProbe], c.Lifecycle);
}
