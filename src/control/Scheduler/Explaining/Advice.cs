using Cybernetes.Api.Machinery;
using Cybernetes.Api.Rules.Scheduling;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Plugins;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Explaining;

/// <summary>What would help against a refusal. Pure.</summary>
internal static class Advice
{
    /// <summary>Sentences; none where nothing is known to help.</summary>
    public static IEnumerable<string> For(Verdict refusal, PodInfo pod, NodeInfo node) => refusal.Plugin switch
    {
        nameof(NodeResourcesFit) => refusal.Reasons.Select(reason => Room(reason, pod, node)),
        nameof(TaintToleration) => node.Node.Spec.Taints
            .Where(taint => taint.Effect is "NoSchedule" or "NoExecute" && !Taints.Tolerate(pod.Pod.Spec.Tolerations, taint))
            .Select(taint => $"tolerate the taint {taint.Key}{(taint.Value.Length > 0 ? "=" + taint.Value : "")}:{taint.Effect}, or take it off the node"),
        nameof(NodeUnschedulable) => [$"uncordon the node: kubectl uncordon {node.Name}"],
        nameof(NodeAffinity) => Labels(pod, node),
        nameof(NodePorts) => node.Pods
            .Where(other => other.HostPorts.Any(taken => pod.HostPorts.Any(wanted => wanted.ConflictsWith(taken))))
            .Select(other => $"{other.Namespace}/{other.Pod.Metadata.Name} has the host port"),
        nameof(NodeName) => [$"the pod names the node {pod.Pod.Spec.NodeName}"],
        _ => [],
    };

    /// <summary>An amount in the unit of its resource.</summary>
    public static string Amount(string resource, long amount) => resource switch
    {
        "cpu" => $"{amount}m",
        "memory" or "ephemeral-storage" => new Quantity(amount, QuantityFormat.BinarySI).ToString(),
        _ => $"{amount}",
    };

    private static string Room(string reason, PodInfo pod, NodeInfo node)
    {
        if (reason == "Too many pods")
        {
            return $"the node runs {node.Pods.Count} of at most {node.Allocatable.AllowedPods} pods";
        }

        var resource = reason["Insufficient ".Length..];
        var (wanted, used, all) = (pod.Requests[resource], node.Requested[resource], node.Allocatable[resource]);
        return wanted > all
            ? $"asks for {Amount(resource, wanted)}, more than the {Amount(resource, all)} that the node has in all"
            : $"asks for {Amount(resource, wanted)}, but only {Amount(resource, all - used)} of {Amount(resource, all)} are free: {Amount(resource, wanted - (all - used))} less would fit";
    }

    private static IEnumerable<string> Labels(PodInfo pod, NodeInfo node)
    {
        foreach (var (key, value) in pod.Pod.Spec.NodeSelector)
        {
            if (!node.Node.Metadata.Labels.TryGetValue(key, out var label) || label != value)
            {
                yield return $"the pod selects {key}={value}; the node has {(label is null ? "no such label" : $"{key}={label}")}";
            }
        }

        if (pod.Pod.Spec.Affinity?.NodeAffinity?.RequiredDuringSchedulingIgnoredDuringExecution is { } required)
        {
            foreach (var expression in required.NodeSelectorTerms.SelectMany(term => term.MatchExpressions))
            {
                var label = node.Node.Metadata.Labels.GetValueOrDefault(expression.Key);
                yield return $"the pod requires {expression.Key} {expression.Operator} [{string.Join(", ", expression.Values)}]; the node has {(label is null ? "no such label" : $"{expression.Key}={label}")}";
            }
        }
    }
}
