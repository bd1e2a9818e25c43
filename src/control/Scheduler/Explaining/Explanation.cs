using System.Text;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Explaining;

/// <summary>Why a pod is where it is, node by node, as a text for people. Pure.</summary>
public static class Explanation
{
    /// <summary>The text, of what every plugin says of every node.</summary>
    public static string Of(PodInfo pod, IReadOnlyList<(NodeInfo Node, IReadOnlyList<Verdict> Refusals)> nodes)
    {
        var text = new StringBuilder();
        text.Append($"pod {pod.Namespace}/{pod.Pod.Metadata.Name}: {Where(pod, nodes)}\n");
        if (Asks(pod) is { Length: > 0 } asks)
        {
            text.Append($"  asks for {asks}\n");
        }

        foreach (var (node, refusals) in nodes.OrderBy(entry => entry.Refusals.Count).ThenBy(entry => entry.Node.Name, StringComparer.Ordinal))
        {
            text.Append($"\n{node.Name}: {(refusals.Count == 0 ? "fits" : "does not fit")}\n");
            foreach (var refusal in refusals)
            {
                text.Append($"  {refusal.Plugin}: {refusal.Message}\n");
                foreach (var help in Advice.For(refusal, pod, node))
                {
                    text.Append($"    {help}\n");
                }
            }
        }

        return text.ToString();
    }

    private static string Where(PodInfo pod, IReadOnlyList<(NodeInfo Node, IReadOnlyList<Verdict> Refusals)> nodes)
    {
        var spec = pod.Pod.Spec;
        return spec.NodeName.Length > 0 ? $"assigned to {spec.NodeName}"
            : !spec.SchedulingGates.IsEmpty ? $"held back by scheduling gates {string.Join(", ", spec.SchedulingGates.Select(gate => gate.Name))}"
            : nodes.Count == 0 ? "there are no nodes"
            : nodes.Count(entry => entry.Refusals.Count == 0) is > 0 and var fitting ? $"fits {fitting} of {nodes.Count} nodes"
            : $"fits none of {nodes.Count} nodes";
    }

    private static string Asks(PodInfo pod)
    {
        var asks = new List<string>();
        if (pod.Requests.MilliCpu > 0)
        {
            asks.Add($"cpu {pod.Requests.MilliCpu}m");
        }

        if (pod.Requests.Memory > 0)
        {
            asks.Add($"memory {Advice.Amount("memory", pod.Requests.Memory)}");
        }

        asks.AddRange(pod.Requests.Scalars.Select(scalar => $"{scalar.Key} {scalar.Value}"));
        return string.Join(", ", asks);
    }
}
