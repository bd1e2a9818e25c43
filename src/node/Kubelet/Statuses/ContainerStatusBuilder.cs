using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Kubelet.Containers;
using Cybernetes.Kubelet.Pods;
using Cybernetes.Kubelet.Resources;

namespace Cybernetes.Kubelet.Statuses;

/// <summary>Turns what the runtime reports of a pod's containers into container statuses. Pure.</summary>
internal static class ContainerStatusBuilder
{
    private const int KilledExitCode = 137;
    private const string RuntimeName = "containerd";

    /// <summary>
    /// The statuses of <paramref name="containers"/>, in their order. <paramref name="pending"/> says why a container that is to run does not.
    /// </summary>
    public static IEnumerable<ContainerStatus> Build(
        Pod pod, PodRuntime runtime, IEnumerable<Container> containers, ValueList<ContainerStatus> previous, bool areInit, bool areEphemeral, Func<string, PendingReason?> pending)
    {
        var waitingReason = pod.Spec.InitContainers.Count > 0 ? Reasons.PodInitializing : Reasons.ContainerCreating;
        foreach (var container in containers)
        {
            var old = previous.FirstOrDefault(s => s.Name == container.Name);
            var records = runtime.Containers.Where(r => r.Name == container.Name).ToList();
            var status = records.Count > 0
                ? FromRecords(pod, container, records, old)
                : WithoutRecord(pod, container, old, waitingReason, areInit);
            var mayRun = !areEphemeral && RestartRules.ShouldRun(container, pod, runtime);
            if (mayRun && pending(container.Name) is { } reason)
            {
                status = status with
                {
                    LastState = status.State.Terminated is not null ? status.State : status.LastState,
                    State = new() { Waiting = new() { Reason = reason.Reason, Message = reason.Message } },
                };
            }

            yield return status;
        }
    }

    private static ContainerStatus FromRecords(Pod pod, Container container, List<ContainerRecord> records, ContainerStatus? old)
    {
        var newest = records[0];
        var last = records.Skip(1).FirstOrDefault();
        return new()
        {
            Name = container.Name,
            State = State(newest, old),
            LastState = last is not null ? State(last, null) : old is not null && old.RestartCount == newest.RestartCount ? old.LastState : old?.State.Terminated is not null ? old.State : ContainerStatus.Empty.LastState,
            RestartCount = newest.RestartCount,
            Image = newest.Image.Length > 0 ? newest.Image : container.Image,
            ImageID = newest.ImageRef,
            ContainerID = ContainerId(newest),
            AllocatedResources = newest.State == RunState.Running ? container.Resources.Requests : default,
            Resources = newest.State == RunState.Running ? ContainerResources.Reported(pod, container, newest.Resources) : null,
            VolumeMounts = MountStatuses(container),
            User = newest.User is { } user ? new() { Linux = new() { Uid = user.Uid, Gid = user.Gid, SupplementalGroups = user.SupplementalGroups.ToValueList() } } : null,
        };
    }

    /// <summary>Nothing of the container is left, or it was never made: what was known before stays known.</summary>
    private static ContainerStatus WithoutRecord(Pod pod, Container container, ContainerStatus? old, string waitingReason, bool areInit)
    {
        var status = new ContainerStatus
        {
            Name = container.Name,
            Image = container.Image,
            State = new() { Waiting = new() { Reason = waitingReason } },
            VolumeMounts = MountStatuses(container),
        };
        if (old is null)
        {
            return status;
        }

        status = status with { RestartCount = old.RestartCount, LastState = old.LastState, ImageID = old.ImageID, Image = old.Image.Length > 0 ? old.Image : container.Image };
        if (old.State.Terminated is not null)
        {
            return status with { State = old.State, ContainerID = old.ContainerID };
        }

        if (old.State.Waiting is not null)
        {
            return status with { State = old.State };
        }

        // It ran and is gone without a trace.
        var lost = new ContainerState
        {
            Terminated = new()
            {
                Reason = Reasons.ContainerStatusUnknown,
                Message = "The container could not be located when the pod was deleted.  The container used to be Running",
                ExitCode = KilledExitCode,
            },
        };
        return RestartRules.RestartsAfter(container, pod, KilledExitCode) && !pod.IsBeingDeleted && !areInit
            ? status with { LastState = lost, RestartCount = old.RestartCount + 1 }
            : status with { State = lost };
    }

    private static ContainerState State(ContainerRecord record, ContainerStatus? old) => record.State switch
    {
        RunState.Running => new() { Running = new() { StartedAt = record.StartedAt } },
        RunState.Exited => new()
        {
            Terminated = new()
            {
                ExitCode = record.ExitCode,
                Reason = record.Reason,
                Message = record.Message,
                StartedAt = record.StartedAt,
                FinishedAt = record.FinishedAt,
                ContainerID = ContainerId(record),
            },
        },
        RunState.Unknown when old?.State.Running is not null => new()
        {
            Terminated = new()
            {
                ExitCode = KilledExitCode,
                Reason = Reasons.ContainerStatusUnknown,
                Message = "The container could not be located when the pod was terminated",
                ContainerID = ContainerId(record),
            },
        },
        _ => new() { Waiting = new() },
    };

    private static ValueList<VolumeMountStatus> MountStatuses(Container container) => container.VolumeMounts
        .Select(m => new VolumeMountStatus
        {
            Name = m.Name,
            MountPath = m.MountPath,
            ReadOnly = m.ReadOnly,
            RecursiveReadOnly = !m.ReadOnly ? null : m.RecursiveReadOnly is "Enabled" or "IfPossible" ? "Enabled" : "Disabled",
        })
        .ToValueList();

    private static string ContainerId(ContainerRecord record) => $"{RuntimeName}://{record.Id}";
}
