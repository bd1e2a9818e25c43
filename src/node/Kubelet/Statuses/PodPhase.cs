using Cybernetes.Api.CoreV1;
using Cybernetes.Kubelet.Pods;

namespace Cybernetes.Kubelet.Statuses;

/// <summary>The phase of a pod from the states of its containers. Pure.</summary>
internal static class PodPhase
{
    public static string Of(Pod pod, IReadOnlyList<ContainerStatus> init, IReadOnlyList<ContainerStatus> containers, bool isTerminal)
    {
        int pendingInit = 0, failedInit = 0;
        foreach (var container in pod.Spec.InitContainers)
        {
            var status = init.FirstOrDefault(s => s.Name == container.Name);
            if (container.IsSidecar)
            {
                // A sidecar counts only until it has started once; afterwards the regular containers tell.
                if (status is null || (status.State.Running is null && status.Started != true && status.LastState.Terminated is null && status.State.Terminated is null)
                    || (status.State.Running is not null && status.Started != true))
                {
                    pendingInit++;
                }

                continue;
            }

            switch (status)
            {
                case { State.Terminated.ExitCode: 0 }:
                    break;
                case { State.Terminated: not null } or { State.Waiting: not null, LastState.Terminated.ExitCode: not 0 }:
                    failedInit++;
                    break;
                default:
                    pendingInit++;
                    break;
            }
        }

        int unknown = 0, running = 0, waiting = 0, stopped = 0, succeeded = 0;
        foreach (var container in pod.Spec.Containers)
        {
            switch (containers.FirstOrDefault(s => s.Name == container.Name))
            {
                case null:
                    unknown++;
                    break;
                case { State.Running: not null }:
                    running++;
                    break;
                case { State.Terminated: { } ended }:
                    stopped++;
                    succeeded += ended.ExitCode == 0 ? 1 : 0;
                    break;
                case { LastState.Terminated: not null }:
                    stopped++;
                    break;
                default:
                    waiting++;
                    break;
            }
        }

        if (failedInit > 0 && (pod.Spec.RestartPolicy == "Never" || isTerminal))
        {
            return "Failed";
        }

        if (isTerminal && running == 0 && stopped + waiting + unknown > 0)
        {
            return stopped > 0 && stopped == succeeded && waiting + unknown == 0 && pendingInit + failedInit == 0 ? "Succeeded" : "Failed";
        }

        if (pendingInit > 0 && running + stopped == 0)
        {
            return "Pending";
        }

        if (failedInit > 0 || waiting > 0)
        {
            return "Pending";
        }

        if (running > 0 && unknown == 0)
        {
            return "Running";
        }

        if (running == 0 && stopped > 0 && unknown == 0)
        {
            // What would be started again keeps the pod running in between.
            var restarts = pod.Spec.Containers.Any(c => containers.FirstOrDefault(s => s.Name == c.Name) switch
            {
                { State.Terminated: { } ended } => Containers.RestartRules.RestartsAfter(c, pod, ended.ExitCode),
                _ => true,
            });
            return restarts ? "Running" : stopped == succeeded ? "Succeeded" : "Failed";
        }

        return "Pending";
    }
}
