using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Controllers.Workloads;

/// <summary>Readings of a pod's state, as upstream reads it.</summary>
public static class PodState
{
    /// <summary>The pod has ended, well or not.</summary>
    public static bool IsTerminal(this Pod pod) => pod.Status.Phase is "Succeeded" or "Failed";

    /// <summary>The pod runs or will run: neither ended nor being deleted.</summary>
    public static bool IsActive(this Pod pod) => !pod.IsTerminal() && !pod.IsDeleting();

    /// <summary>The pod is being deleted and has not ended.</summary>
    public static bool IsTerminating(this Pod pod) => !pod.IsTerminal() && pod.IsDeleting();

    /// <summary>The condition of that type; null where there is none.</summary>
    public static PodCondition? Condition(this Pod pod, string type)
    {
        foreach (var condition in pod.Status.Conditions)
        {
            if (condition.Type == type)
            {
                return condition;
            }
        }

        return null;
    }

    /// <summary>The pod may be sent traffic.</summary>
    public static bool IsReady(this Pod pod) => pod.Condition("Ready")?.Status == "True";

    /// <summary>When the pod became ready; null where it is not.</summary>
    public static Time? ReadySince(this Pod pod) =>
        pod.Condition("Ready") is { Status: "True" } ready ? ready.LastTransitionTime : null;

    /// <summary>The pod has been ready for so long.</summary>
    public static bool IsAvailable(this Pod pod, int minReadySeconds, DateTimeOffset now) =>
        pod.ReadySince() is { } since && (minReadySeconds == 0 || (!since.IsZero && since.Moment.AddSeconds(minReadySeconds) <= now));

    /// <summary>How often containers have been started again: the highest of the pod's containers, and of its sidecars.</summary>
    public static (int Regular, int Sidecar) MaxRestarts(this Pod pod)
    {
        var (regular, sidecar) = (0, 0);
        foreach (var status in pod.Status.ContainerStatuses)
        {
            regular = Math.Max(regular, status.RestartCount);
        }

        var sidecars = pod.Spec.InitContainers.Where(container => container.RestartPolicy == "Always").Select(container => container.Name).ToHashSet();
        foreach (var status in pod.Status.InitContainerStatuses)
        {
            if (sidecars.Contains(status.Name))
            {
                sidecar = Math.Max(sidecar, status.RestartCount);
            }
        }

        return (regular, sidecar);
    }

    /// <summary>A pod with a condition set; the transition time changes with the status only.</summary>
    public static Pod WithCondition(this Pod pod, PodCondition condition, DateTimeOffset now)
    {
        var before = pod.Condition(condition.Type);
        condition = condition with { LastTransitionTime = before is not null && before.Status == condition.Status ? before.LastTransitionTime : now };
        var conditions = before is null
            ? pod.Status.Conditions.Add(condition)
            : pod.Status.Conditions.Update(other => other.Type == condition.Type ? condition : other);
        return pod with { Status = pod.Status with { Conditions = conditions } };
    }
}
