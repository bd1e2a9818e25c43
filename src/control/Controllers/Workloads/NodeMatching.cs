using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Rules.Scheduling;
using Cybernetes.Controllers.Nodes;

namespace Cybernetes.Controllers.Workloads;

/// <summary>Whether a pod may be on a node by its selector, affinity and tolerations. Pure.</summary>
public static class NodeMatching
{
    /// <summary>Whether the node has what the pod's nodeSelector and required node affinity ask for.</summary>
    public static bool FitsAffinity(PodSpec spec, Node node) => NodeSelectors.Accepts(spec, node);

    /// <summary>Whether the tolerations stand the node's taints of these effects.</summary>
    public static bool Tolerates(IEnumerable<Toleration> tolerations, Node node, params ReadOnlySpan<string> effects)
    {
        var standing = tolerations.ToList();
        foreach (var taint in node.Spec.Taints)
        {
            if (effects.Contains(taint.Effect) && !standing.Exists(toleration => NodeTaints.Tolerates(toleration, taint)))
            {
                return false;
            }
        }

        return true;
    }
}
