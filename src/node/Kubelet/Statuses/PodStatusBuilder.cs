using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Kubelet.Containers;
using Cybernetes.Kubelet.Pods;
using Cybernetes.Kubelet.Resources;

namespace Cybernetes.Kubelet.Statuses;

/// <summary>What the pod's status is made of beside the runtime's report.</summary>
internal sealed record StatusInputs
{
    /// <summary>The addresses of the node, the main one first.</summary>
    public required IReadOnlyList<string> HostIps { get; init; }

    /// <summary>Why a container that is to run does not.</summary>
    public required Func<string, PendingReason?> Pending { get; init; }

    /// <summary>Whether a running container has passed its startup probe, and is ready.</summary>
    public required Func<string, (bool Started, bool Ready)> Probes { get; init; }

    /// <summary>Nothing of the pod runs any more, nor will.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Set when the kubelet itself ended or refused the pod (Evicted, DeadlineExceeded, …).</summary>
    public (string Phase, string Reason, string Message)? Verdict { get; init; }

    /// <summary>The resources in force in a container; null where the runtime alone can tell.</summary>
    public Func<string, ResourceRequirements?> Actuated { get; init; } = _ => null;

    /// <summary>Why a resize waits or is refused.</summary>
    public ResizePending? ResizePending { get; init; }

    /// <summary>Whether a resize is under way.</summary>
    public bool ResizeInProgress { get; init; }

    public required DateTimeOffset Now { get; init; }
}

/// <summary>Makes the status of a pod as the kubelet reports it. Pure.</summary>
internal static class PodStatusBuilder
{
    public static PodStatus Build(Pod pod, PodRuntime runtime, PodStatus previous, StatusInputs inputs)
    {
        var init = ContainerStatusBuilder.Build(pod, runtime, pod.Spec.InitContainers, previous.InitContainerStatuses, areInit: true, areEphemeral: false, inputs.Pending)
            .Select(s => WithReadiness(pod, s, inputs)).ToList();
        var containers = ContainerStatusBuilder.Build(pod, runtime, pod.Spec.Containers, previous.ContainerStatuses, areInit: false, areEphemeral: false, inputs.Pending)
            .Select(s => WithResources(WithReadiness(pod, s, inputs), inputs)).OrderBy(s => s.Name, StringComparer.Ordinal).ToList();
        var ephemeral = ContainerStatusBuilder.Build(pod, runtime, pod.Spec.EphemeralContainers.Select(e => e.AsContainer()), previous.EphemeralContainerStatuses, areInit: false, areEphemeral: true, inputs.Pending).ToList();
        if (inputs.IsTerminal)
        {
            init = [.. init.Select(Ended)];
            containers = [.. containers.Select(Ended)];
            ephemeral = [.. ephemeral.Select(Ended)];
        }

        var phase = previous.Phase is "Failed" or "Succeeded" ? previous.Phase : inputs.Verdict?.Phase ?? PodPhase.Of(pod, init, containers, inputs.IsTerminal);
        var sandbox = runtime.ReadySandbox;
        var hostIps = HostIps(inputs.HostIps);
        var podIps = pod.Spec.HostNetwork ? hostIps.Select(h => h.Ip) : sandbox is { Ips.Count: > 0 } ? sandbox.Ips : inputs.IsTerminal || !HasRun(containers) ? [] : previous.PodIPs.Select(p => p.Ip);
        var ips = podIps.ToList();
        if (ips.Count == 0 && previous.PodIPs.Count > 0)
        {
            ips = [.. previous.PodIPs.Select(p => p.Ip)];
        }

        var conditions = PodConditions.Of(pod, init, containers, phase, sandbox is not null && (pod.Spec.HostNetwork || sandbox.Ips.Count > 0)).ToList();
        if (inputs.Verdict is { Reason: "Evicted" } verdict)
        {
            conditions.Add(new() { Type = "DisruptionTarget", Status = "True", Reason = "TerminationByKubelet", Message = verdict.Message });
        }

        if (inputs.ResizePending is { } waiting)
        {
            conditions.Add(new() { Type = "PodResizePending", Status = "True", Reason = waiting.Reason, Message = waiting.Message });
        }

        if (inputs.ResizeInProgress && !inputs.IsTerminal)
        {
            conditions.Add(new() { Type = "PodResizeInProgress", Status = "True" });
        }

        return new PodStatus
        {
            ObservedGeneration = pod.Metadata.Generation,
            Phase = phase,
            Reason = inputs.Verdict?.Reason ?? previous.Reason,
            Message = inputs.Verdict?.Message ?? previous.Message,
            Conditions = conditions.Select(c => c with { ObservedGeneration = pod.Metadata.Generation }).ToValueList(),
            HostIP = hostIps.Count > 0 ? hostIps[0].Ip : "",
            HostIPs = hostIps,
            PodIP = ips.FirstOrDefault() ?? "",
            PodIPs = ips.Select(ip => new PodIP { Ip = ip }).ToValueList(),
            StartTime = previous.StartTime ?? inputs.Now,
            InitContainerStatuses = init.ToValueList(),
            ContainerStatuses = containers.ToValueList(),
            EphemeralContainerStatuses = ephemeral.ToValueList(),
            QosClass = PodQos.Of(pod),
        };
    }

    private static ValueList<HostIP> HostIps(IReadOnlyList<string> ips) => ips.Select(ip => new HostIP { Ip = ip }).ToValueList();

    private static bool HasRun(IEnumerable<ContainerStatus> containers) => containers.Any(c => c.State.Running is not null);

    private static ContainerStatus WithResources(ContainerStatus status, StatusInputs inputs) =>
        status.State.Running is not null && inputs.Actuated(status.Name) is { } actuated ? status with { Resources = actuated with { Claims = default } } : status;

    private static ContainerStatus WithReadiness(Pod pod, ContainerStatus status, StatusInputs inputs)
    {
        var isRegularInit = pod.Spec.InitContainers.FirstOrDefault(c => c.Name == status.Name) is { IsSidecar: false };
        if (isRegularInit)
        {
            return status with { Ready = status.State.Terminated is { ExitCode: 0 }, Started = status.State.Running is not null };
        }

        if (status.State.Running is null)
        {
            return status with { Ready = false, Started = false };
        }

        var (started, ready) = inputs.Probes(status.Name);
        return status with { Started = started, Ready = started && ready };
    }

    /// <summary>The pod is over: what never ran, or was lost, ends as unknown.</summary>
    private static ContainerStatus Ended(ContainerStatus status)
    {
        if (status.State.Terminated is not null)
        {
            return status;
        }

        if (status.State.Waiting is not null && status.LastState.Terminated is not null)
        {
            return status with { State = status.LastState, LastState = ContainerStatus.Empty.LastState, Ready = false, Started = false };
        }

        return status with
        {
            Ready = false,
            Started = false,
            State = new()
            {
                Terminated = new()
                {
                    Reason = Reasons.ContainerStatusUnknown,
                    Message = "The container could not be located when the pod was terminated",
                    ExitCode = 137,
                },
            },
        };
    }
}
