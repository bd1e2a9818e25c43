using Cybernetes.Api.CoreV1;
using Cybernetes.Kubelet.Pods;

namespace Cybernetes.Kubelet.Statuses;

/// <summary>The conditions the kubelet owns, from the states of the containers. Pure; transition times are set by <see cref="StatusMerge"/>.</summary>
internal static class PodConditions
{
    public static IEnumerable<PodCondition> Of(Pod pod, IReadOnlyList<ContainerStatus> init, IReadOnlyList<ContainerStatus> containers, string phase, bool sandboxReady)
    {
        yield return Condition(Reasons.PodReadyToStartContainers, sandboxReady && phase is not ("Failed" or "Succeeded"), "", "");
        yield return InitializedCondition(pod, init, containers, phase);
        var ready = ContainersReadyCondition(pod, init, containers, phase);
        yield return ReadyCondition(pod, ready);
        yield return ready;
        yield return Condition(Reasons.PodScheduled, true, "", "");
    }

    private static PodCondition InitializedCondition(Pod pod, IReadOnlyList<ContainerStatus> init, IReadOnlyList<ContainerStatus> containers, string phase)
    {
        if (phase == "Succeeded")
        {
            return Condition(Reasons.Initialized, true, pod.Spec.InitContainers.Count > 0 || phase == "Succeeded" ? "PodCompleted" : "", "");
        }

        List<string> unknown = [], incomplete = [];
        foreach (var container in pod.Spec.InitContainers)
        {
            switch (init.FirstOrDefault(s => s.Name == container.Name))
            {
                case null:
                    unknown.Add(container.Name);
                    break;
                case { } s when container.IsSidecar ? s.Started != true : !s.Ready:
                    incomplete.Add(container.Name);
                    break;
            }
        }

        // Once a regular container has run, everything before it has been completed, whatever a sidecar does now.
        if (unknown.Count + incomplete.Count == 0 || containers.Any(c => c.State.Running is not null || c.State.Terminated is not null || c.LastState.Terminated is not null))
        {
            return Condition(Reasons.Initialized, true, "", "");
        }

        return Condition(Reasons.Initialized, false, "ContainersNotInitialized", Message(("unknown", unknown), ("incomplete", incomplete)));
    }

    private static PodCondition ContainersReadyCondition(Pod pod, IReadOnlyList<ContainerStatus> init, IReadOnlyList<ContainerStatus> containers, string phase)
    {
        if (phase == "Failed")
        {
            return Condition(Reasons.ContainersReady, false, "PodFailed", "");
        }

        List<string> unknown = [], unready = [];
        foreach (var container in pod.Spec.InitContainers.Where(c => c.IsSidecar).Concat(pod.Spec.Containers))
        {
            switch (init.Concat(containers).FirstOrDefault(s => s.Name == container.Name))
            {
                case null:
                    unknown.Add(container.Name);
                    break;
                case { Ready: false }:
                    unready.Add(container.Name);
                    break;
            }
        }

        if (phase == "Succeeded" && unknown.Count == 0)
        {
            return Condition(Reasons.ContainersReady, false, "PodCompleted", "");
        }

        return unknown.Count + unready.Count == 0
            ? Condition(Reasons.ContainersReady, true, "", "")
            : Condition(Reasons.ContainersReady, false, "ContainersNotReady", Message(("unknown", unknown), ("unready", unready)));
    }

    private static PodCondition ReadyCondition(Pod pod, PodCondition containersReady)
    {
        if (containersReady.Status != "True")
        {
            return containersReady with { Type = Reasons.Ready };
        }

        List<string> failures = [];
        foreach (var gate in pod.Spec.ReadinessGates)
        {
            switch (pod.Status.Conditions.FirstOrDefault(c => c.Type == gate.ConditionType))
            {
                case null:
                    failures.Add($"corresponding condition of pod readiness gate \"{gate.ConditionType}\" does not exist.");
                    break;
                case { Status: not "True" } condition:
                    failures.Add($"the status of pod readiness gate \"{gate.ConditionType}\" is not \"True\", but {condition.Status}");
                    break;
            }
        }

        return failures.Count == 0 ? Condition(Reasons.Ready, true, "", "") : Condition(Reasons.Ready, false, "ReadinessGatesNotReady", string.Join(", ", failures));
    }

    private static string Message(params (string State, List<string> Names)[] groups) =>
        string.Join(", ", groups.Where(g => g.Names.Count > 0).Select(g => $"containers with {g.State} status: [{string.Join(' ', g.Names)}]"));

    private static PodCondition Condition(string type, bool isTrue, string reason, string message) =>
        new() { Type = type, Status = isTrue ? "True" : "False", Reason = reason, Message = message };
}
