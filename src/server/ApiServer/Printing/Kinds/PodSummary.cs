using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Printing.Kinds;

/// <summary>What a pod's containers come to in one line.</summary>
internal sealed record PodSummary(string Reason, int Ready, int Total, int Restarts, Time LastRestart)
{
    public static PodSummary Of(Pod pod)
    {
        var status = pod.Status;
        var total = pod.Spec.Containers.Count;
        var reason = status.Reason.Length > 0 ? status.Reason : status.Phase;
        foreach (var condition in status.Conditions)
        {
            if (condition is { Type: "PodScheduled", Reason: "SchedulingGated" })
            {
                reason = "SchedulingGated";
            }
        }

        var sidecars = pod.Spec.InitContainers.Where(each => each.RestartPolicy == "Always").Select(each => each.Name).ToHashSet();
        total += sidecars.Count;
        var (initializing, ready, restarts, lastRestart, sidecarRestarts, lastSidecarRestart) = (false, 0, 0, default(Time), 0, default(Time));
        for (var i = 0; i < status.InitContainerStatuses.Count; i++)
        {
            var container = status.InitContainerStatuses[i];
            restarts += container.RestartCount;
            lastRestart = Later(lastRestart, container.LastState.Terminated?.FinishedAt ?? default);
            var isSidecar = sidecars.Contains(container.Name);
            if (isSidecar)
            {
                sidecarRestarts += container.RestartCount;
                lastSidecarRestart = Later(lastSidecarRestart, container.LastState.Terminated?.FinishedAt ?? default);
            }

            if (container.State.Terminated is { ExitCode: 0 })
            {
                continue;
            }

            if (isSidecar && container.Started == true)
            {
                ready += container.Ready ? 1 : 0;
                continue;
            }

            reason = InitReason(container, i, pod.Spec.InitContainers.Count);
            initializing = true;
            break;
        }

        if (!initializing || IsInitialized(status))
        {
            (restarts, lastRestart) = (sidecarRestarts, lastSidecarRestart);
            var running = false;
            for (var i = status.ContainerStatuses.Count - 1; i >= 0; i--)
            {
                var container = status.ContainerStatuses[i];
                restarts += container.RestartCount;
                lastRestart = Later(lastRestart, container.LastState.Terminated?.FinishedAt ?? default);
                if (MainReason(container) is { } why)
                {
                    reason = why;
                }
                else if (container.Ready && container.State.Running is not null)
                {
                    running = true;
                    ready++;
                }
            }

            if (reason == "Completed" && running)
            {
                reason = status.Conditions.Any(condition => condition is { Type: "Ready", Status: "True" }) ? "Running" : "NotReady";
            }
        }

        if (pod.Metadata.DeletionTimestamp is not null && status.Reason == "NodeLost")
        {
            reason = "Unknown";
        }
        else if (pod.Metadata.DeletionTimestamp is not null && status.Phase is not ("Succeeded" or "Failed"))
        {
            reason = "Terminating";
        }

        return new PodSummary(reason, ready, total, restarts, lastRestart);
    }

    private static bool IsInitialized(PodStatus status) => status.Conditions.Any(condition => condition is { Type: "Initialized", Status: "True" });

    private static string InitReason(ContainerStatus container, int index, int count) => container.State switch
    {
        { Terminated: { Reason.Length: > 0 } ended } => "Init:" + ended.Reason,
        { Terminated: { Signal: not 0 } ended } => $"Init:Signal:{Cells.Text(ended.Signal)}",
        { Terminated: { } ended } => $"Init:ExitCode:{Cells.Text(ended.ExitCode)}",
        { Waiting: { Reason.Length: > 0 } waiting } when waiting.Reason != "PodInitializing" => "Init:" + waiting.Reason,
        _ => $"Init:{Cells.Text(index)}/{Cells.Text(count)}",
    };

    private static string? MainReason(ContainerStatus container) => container.State switch
    {
        { Waiting: { Reason.Length: > 0 } waiting } => waiting.Reason,
        { Terminated: { Reason.Length: > 0 } ended } => ended.Reason,
        { Terminated: { Signal: not 0 } ended } => $"Signal:{Cells.Text(ended.Signal)}",
        { Terminated: { } ended } => $"ExitCode:{Cells.Text(ended.ExitCode)}",
        _ => null,
    };

    private static Time Later(Time one, Time other) => other > one ? other : one;
}
