using Cybernetes.Api.CoreV1;
using Cybernetes.Kubelet.Pods;

namespace Cybernetes.Kubelet.Containers;

/// <summary>Whether a container that does not run is to run (again): the pod's policy, the container's own and its rules (KEP-5307).</summary>
internal static class RestartRules
{
    public static bool ShouldRun(Container container, Pod pod, PodRuntime runtime)
    {
        if (pod.IsBeingDeleted)
        {
            return false;
        }

        return runtime.Find(container.Name) switch
        {
            null => true,
            { State: RunState.Running } => false,
            { State: RunState.Unknown or RunState.Created } => true,
            var ended => RestartsAfter(container, pod, ended.ExitCode),
        };
    }

    /// <summary>Whether the policies in force restart a container that ended with <paramref name="exitCode"/>.</summary>
    public static bool RestartsAfter(Container container, Pod pod, int exitCode)
    {
        foreach (var rule in container.RestartPolicyRules)
        {
            if (rule.ExitCodes is { } codes && codes.Values.Contains(exitCode) == (codes.Operator == "In"))
            {
                return rule.Action is "Restart" or "RestartAllContainers";
            }
        }

        return (container.RestartPolicy is { Length: > 0 } own ? own : pod.Spec.RestartPolicy) switch
        {
            "Never" => false,
            "OnFailure" => exitCode != 0,
            _ => true,
        };
    }
}
