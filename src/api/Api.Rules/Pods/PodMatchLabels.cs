using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.Rules;

/// <summary>Writes matchLabelKeys and mismatchLabelKeys of a new pod into the label selectors, with the pod's own labels as values (KEP-3633, KEP-3243).</summary>
internal static class PodMatchLabels
{
    public static PodSpec Apply(PodSpec spec, ValueMap<string> labels)
    {
        if (spec.Affinity is { } affinity && Terms(affinity).Any(term => !term.MatchLabelKeys.IsEmpty || !term.MismatchLabelKeys.IsEmpty))
        {
            spec = spec with
            {
                Affinity = affinity with
                {
                    PodAffinity = affinity.PodAffinity is { } pod
                        ? pod with
                        {
                            RequiredDuringSchedulingIgnoredDuringExecution = pod.RequiredDuringSchedulingIgnoredDuringExecution.Update(term => Term(term, labels)),
                            PreferredDuringSchedulingIgnoredDuringExecution = pod.PreferredDuringSchedulingIgnoredDuringExecution.Update(term => term with { PodAffinityTerm = Term(term.PodAffinityTerm, labels) }),
                        }
                        : null,
                    PodAntiAffinity = affinity.PodAntiAffinity is { } anti
                        ? anti with
                        {
                            RequiredDuringSchedulingIgnoredDuringExecution = anti.RequiredDuringSchedulingIgnoredDuringExecution.Update(term => Term(term, labels)),
                            PreferredDuringSchedulingIgnoredDuringExecution = anti.PreferredDuringSchedulingIgnoredDuringExecution.Update(term => term with { PodAffinityTerm = Term(term.PodAffinityTerm, labels) }),
                        }
                        : null,
                },
            };
        }

        return spec.TopologySpreadConstraints.Any(constraint => !constraint.MatchLabelKeys.IsEmpty)
            ? spec with { TopologySpreadConstraints = spec.TopologySpreadConstraints.Update(constraint => constraint with { LabelSelector = Lay(constraint.LabelSelector, constraint.MatchLabelKeys, "In", labels) }) }
            : spec;
    }

    private static IEnumerable<PodAffinityTerm> Terms(Affinity affinity)
    {
        var (pod, anti) = (affinity.PodAffinity ?? PodAffinity.Empty, affinity.PodAntiAffinity ?? PodAntiAffinity.Empty);
        return pod.RequiredDuringSchedulingIgnoredDuringExecution
            .Concat(pod.PreferredDuringSchedulingIgnoredDuringExecution.Select(term => term.PodAffinityTerm))
            .Concat(anti.RequiredDuringSchedulingIgnoredDuringExecution)
            .Concat(anti.PreferredDuringSchedulingIgnoredDuringExecution.Select(term => term.PodAffinityTerm));
    }

    private static PodAffinityTerm Term(PodAffinityTerm term, ValueMap<string> labels) => term with
    {
        LabelSelector = Lay(Lay(term.LabelSelector, term.MatchLabelKeys, "In", labels), term.MismatchLabelKeys, "NotIn", labels),
    };

    private static LabelSelector? Lay(LabelSelector? selector, ValueList<string> keys, string op, ValueMap<string> labels)
    {
        if (selector is null)
        {
            return null;
        }

        foreach (var key in keys)
        {
            if (labels.TryGetValue(key, out var value))
            {
                selector = selector with { MatchExpressions = selector.MatchExpressions.Add(new() { Key = key, Operator = op, Values = [value] }) };
            }
        }

        return selector;
    }
}
