using System.Globalization;
using Cybernetes.Api.CoreV1;
using Cybernetes.Controllers.Nodes;

namespace Cybernetes.Controllers.Workloads;

/// <summary>Whether a pod may be on a node by its selector, affinity and tolerations. Pure.</summary>
public static class NodeMatching
{
    /// <summary>Whether the node has what the pod's nodeSelector and required node affinity ask for.</summary>
    public static bool FitsAffinity(PodSpec spec, Node node)
    {
        foreach (var (key, value) in spec.NodeSelector)
        {
            if (node.Metadata.Labels.GetValueOrDefault(key) != value)
            {
                return false;
            }
        }

        var required = spec.Affinity?.NodeAffinity?.RequiredDuringSchedulingIgnoredDuringExecution;
        return required is null || required.NodeSelectorTerms.Any(term => Matches(term, node));
    }

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

    /// <summary>Whether a node has all that one term asks for; an empty term matches nothing.</summary>
    public static bool Matches(NodeSelectorTerm term, Node node)
    {
        if (term.MatchExpressions.IsEmpty && term.MatchFields.IsEmpty)
        {
            return false;
        }

        foreach (var requirement in term.MatchExpressions)
        {
            if (!Meets(requirement, node.Metadata.Labels.GetValueOrDefault(requirement.Key)))
            {
                return false;
            }
        }

        foreach (var requirement in term.MatchFields)
        {
            if (requirement.Key != "metadata.name" || !Meets(requirement, node.Metadata.Name))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Meets(NodeSelectorRequirement requirement, string? value) => requirement.Operator switch
    {
        "In" => value is not null && requirement.Values.Contains(value),
        "NotIn" => value is null || !requirement.Values.Contains(value),
        "Exists" => value is not null,
        "DoesNotExist" => value is null,
        "Gt" => Number(value) is { } actual && Number(requirement.Values.FirstOrDefault()) is { } bound && actual > bound,
        "Lt" => Number(value) is { } actual && Number(requirement.Values.FirstOrDefault()) is { } bound && actual < bound,
        _ => false,
    };

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
