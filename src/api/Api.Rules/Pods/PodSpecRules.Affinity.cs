using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <content>Affinity and topology spread.</content>
internal static partial class PodSpecRules
{
    private static void Affinity(Affinity? affinity, FieldPath path, ErrorList errors)
    {
        if (affinity?.NodeAffinity is { } node)
        {
            var at = path.Child("nodeAffinity");
            NodeSelectorRules.Validate(node.RequiredDuringSchedulingIgnoredDuringExecution, at.Child("requiredDuringSchedulingIgnoredDuringExecution"), errors);
            for (var i = 0; i < node.PreferredDuringSchedulingIgnoredDuringExecution.Count; i++)
            {
                var (term, each) = (node.PreferredDuringSchedulingIgnoredDuringExecution[i], at.Child("preferredDuringSchedulingIgnoredDuringExecution").Index(i));
                Weight(term.Weight, each.Child("weight"), errors);
                NodeSelectorRules.Term(term.Preference, anyValues: true, each.Child("preference"), errors);
            }
        }

        if (affinity?.PodAffinity is { } pod)
        {
            PodTerms(pod.RequiredDuringSchedulingIgnoredDuringExecution, pod.PreferredDuringSchedulingIgnoredDuringExecution, path.Child("podAffinity"), errors);
        }

        if (affinity?.PodAntiAffinity is { } anti)
        {
            PodTerms(anti.RequiredDuringSchedulingIgnoredDuringExecution, anti.PreferredDuringSchedulingIgnoredDuringExecution, path.Child("podAntiAffinity"), errors);
        }
    }

    private static void PodTerms(ValueList<PodAffinityTerm> required, ValueList<WeightedPodAffinityTerm> preferred, FieldPath path, ErrorList errors)
    {
        for (var i = 0; i < required.Count; i++)
        {
            PodTerm(required[i], path.Child("requiredDuringSchedulingIgnoredDuringExecution").Index(i), errors);
        }

        for (var i = 0; i < preferred.Count; i++)
        {
            var at = path.Child("preferredDuringSchedulingIgnoredDuringExecution").Index(i);
            Weight(preferred[i].Weight, at.Child("weight"), errors);
            PodTerm(preferred[i].PodAffinityTerm, at.Child("podAffinityTerm"), errors);
        }
    }

    private static void Weight(int weight, FieldPath path, ErrorList errors)
    {
        if (weight is < 1 or > 100)
        {
            errors.Invalid(path, weight, "must be in the range 1-100");
        }
    }

    private static void PodTerm(PodAffinityTerm term, FieldPath path, ErrorList errors)
    {
        Check.Selector(term.LabelSelector, path.Child("labelSelector"), errors);
        Check.Selector(term.NamespaceSelector, path.Child("namespaceSelector"), errors);
        foreach (var name in term.Namespaces)
        {
            errors.Invalid(path.Child("namespace"), name, NameRules.Label(name, false));
        }

        LabelKeys(term.MatchLabelKeys, term, path.Child("matchLabelKeys"), errors);
        LabelKeys(term.MismatchLabelKeys, term, path.Child("mismatchLabelKeys"), errors);
        if (term.LabelSelector is { } selector)
        {
            var seen = selector.MatchLabels.Keys.ToHashSet(StringComparer.Ordinal);
            foreach (var row in selector.MatchExpressions)
            {
                if (IndexOf(term.MatchLabelKeys, row.Key) is >= 0 and var index && seen.Contains(row.Key))
                {
                    errors.Invalid(path.Index(index), row.Key, "exists in both matchLabelKeys and labelSelector");
                }

                seen.Add(row.Key);
            }
        }

        for (var i = 0; i < term.MatchLabelKeys.Count; i++)
        {
            if (term.MismatchLabelKeys.Contains(term.MatchLabelKeys[i]))
            {
                errors.Invalid(path.Child("matchLabelKeys").Index(i), term.MatchLabelKeys[i], "exists in both matchLabelKeys and mismatchLabelKeys");
            }
        }

        if (term.TopologyKey.Length == 0)
        {
            errors.Required(path.Child("topologyKey"), "can not be empty");
        }

        Check.QualifiedName(term.TopologyKey, path.Child("topologyKey"), errors);
    }

    private static void LabelKeys(ValueList<string> keys, PodAffinityTerm term, FieldPath path, ErrorList errors)
    {
        if (!keys.IsEmpty && term.LabelSelector is null)
        {
            errors.Forbidden(path, "must not be specified when labelSelector is not set");
            return;
        }

        for (var i = 0; i < keys.Count; i++)
        {
            Check.QualifiedName(keys[i], path.Index(i), errors);
        }
    }

    private static int IndexOf(ValueList<string> list, string value)
    {
        for (var i = list.Count - 1; i >= 0; i--)
        {
            if (list[i] == value)
            {
                return i;
            }
        }

        return -1;
    }

    private static void SpreadConstraints(ValueList<TopologySpreadConstraint> constraints, FieldPath path, ErrorList errors)
    {
        for (var i = 0; i < constraints.Count; i++)
        {
            var (constraint, at) = (constraints[i], path.Index(i));
            if (constraint.MaxSkew <= 0)
            {
                errors.Invalid(at.Child("maxSkew"), constraint.MaxSkew, "must be greater than zero");
            }

            if (constraint.TopologyKey.Length == 0)
            {
                errors.Required(at.Child("topologyKey"), "can not be empty");
            }

            Check.Supported(constraint.WhenUnsatisfiable, at.Child("whenUnsatisfiable"), errors, "DoNotSchedule", "ScheduleAnyway");
            if (constraints.Skip(i + 1).Any(other => other.TopologyKey == constraint.TopologyKey && other.WhenUnsatisfiable == constraint.WhenUnsatisfiable))
            {
                errors.Duplicate(at.Child("{topologyKey, whenUnsatisfiable}"), $"{{{constraint.TopologyKey}, {constraint.WhenUnsatisfiable}}}");
            }

            SpreadDetails(constraint, at, errors);
            Check.Selector(constraint.LabelSelector, at.Child("labelSelector"), errors);
        }
    }

    private static void SpreadDetails(TopologySpreadConstraint constraint, FieldPath at, ErrorList errors)
    {
        if (constraint.MinDomains is { } domains)
        {
            if (domains <= 0)
            {
                errors.Invalid(at.Child("minDomains"), domains, "must be greater than zero");
            }

            if (constraint.WhenUnsatisfiable != "DoNotSchedule")
            {
                errors.Invalid(at.Child("minDomains"), domains, $"can only use minDomains if whenUnsatisfiable=DoNotSchedule, not {constraint.WhenUnsatisfiable}");
            }
        }

        if (constraint.NodeAffinityPolicy is { } affinity)
        {
            Check.Supported(affinity, at.Child("nodeAffinityPolicy"), errors, "Honor", "Ignore");
        }

        if (constraint.NodeTaintsPolicy is { } taints)
        {
            Check.Supported(taints, at.Child("nodeTaintsPolicy"), errors, "Honor", "Ignore");
        }

        var keys = constraint.MatchLabelKeys;
        if (keys.IsEmpty)
        {
            return;
        }

        var selector = constraint.LabelSelector;
        if (selector is null)
        {
            errors.Forbidden(at.Child("matchLabelKeys"), "must not be specified when labelSelector is not set");
            return;
        }

        for (var i = 0; i < keys.Count; i++)
        {
            Check.QualifiedName(keys[i], at.Child("matchLabelKeys").Index(i), errors);
            if ((selector.MatchLabels.ContainsKey(keys[i]) || selector.MatchExpressions.Any(row => row.Key == keys[i])))
            {
                errors.Invalid(at.Child("matchLabelKeys").Index(i), keys[i], "exists in both matchLabelKeys and labelSelector");
            }
        }
    }
}
