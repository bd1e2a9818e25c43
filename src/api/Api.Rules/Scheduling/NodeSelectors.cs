using System.Globalization;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules.Scheduling;

/// <summary>Whether node selectors of pods and volumes match a node.</summary>
public static class NodeSelectors
{
    /// <summary>True when the pod's node selector and required node affinity both accept the node.</summary>
    public static bool Accepts(PodSpec spec, Node node)
    {
        foreach (var (key, value) in spec.NodeSelector)
        {
            if (!node.Metadata.Labels.TryGetValue(key, out var label) || label != value)
            {
                return false;
            }
        }

        return spec.Affinity?.NodeAffinity?.RequiredDuringSchedulingIgnoredDuringExecution is not { } required || Matches(required, node);
    }

    /// <summary>True when one of the terms matches.</summary>
    public static bool Matches(NodeSelector selector, Node node)
    {
        foreach (var term in selector.NodeSelectorTerms.Span)
        {
            if (Matches(term, node))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when all requirements of the term hold; a term without any matches nothing.</summary>
    public static bool Matches(NodeSelectorTerm term, Node node)
    {
        if (term.MatchExpressions.IsEmpty && term.MatchFields.IsEmpty)
        {
            return false;
        }

        foreach (var requirement in term.MatchExpressions.Span)
        {
            if (!Holds(requirement, node.Metadata.Labels.GetValueOrDefault(requirement.Key)))
            {
                return false;
            }
        }

        foreach (var requirement in term.MatchFields.Span)
        {
            if (!Holds(requirement, requirement.Key == "metadata.name" ? node.Metadata.Name : null))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Holds(NodeSelectorRequirement requirement, string? label) => requirement.Operator switch
    {
        "In" => label is not null && requirement.Values.Contains(label),
        "NotIn" => label is null || !requirement.Values.Contains(label),
        "Exists" => label is not null,
        "DoesNotExist" => label is null,
        "Gt" => Compare(requirement, label) > 0,
        "Lt" => Compare(requirement, label) < 0,
        _ => false,
    };

    private static int Compare(NodeSelectorRequirement requirement, string? label) =>
        requirement.Values.Count == 1
        && long.TryParse(label, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var actual)
        && long.TryParse(requirement.Values[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bound)
            ? actual.CompareTo(bound)
            : 0;
}
