using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Sets what an update may change of a pod's spec back to what it was, so that the rest can be compared.</summary>
internal static class PodUpdateMask
{
    public static PodSpec Apply(PodSpec spec, PodSpec old, FieldPath path, ErrorList errors)
    {
        var masked = spec with
        {
            Containers = Images(spec.Containers, old.Containers),
            InitContainers = Images(spec.InitContainers, old.InitContainers),
            ActiveDeadlineSeconds = old.ActiveDeadlineSeconds,
            SchedulingGates = old.SchedulingGates,
            Tolerations = old.Tolerations,
        };
        if (old.TerminationGracePeriodSeconds is < 0 && masked.TerminationGracePeriodSeconds == 1)
        {
            masked = masked with { TerminationGracePeriodSeconds = old.TerminationGracePeriodSeconds };
        }

        return old.SchedulingGates.IsEmpty ? masked : Gated(masked, old, path, errors);
    }

    private static ValueList<Container> Images(ValueList<Container> containers, ValueList<Container> old)
    {
        for (var i = 0; i < containers.Count; i++)
        {
            if (containers[i].Image != old[i].Image)
            {
                containers = containers.SetItem(i, containers[i] with { Image = old[i].Image });
            }
        }

        return containers;
    }

    // KEP-3838: a pod that waits behind gates may be narrowed to fewer nodes.
    private static PodSpec Gated(PodSpec masked, PodSpec old, FieldPath path, ErrorList errors)
    {
        if (masked.NodeSelector != old.NodeSelector)
        {
            if (old.NodeSelector.Any(entry => !masked.NodeSelector.TryGetValue(entry.Key, out var value) || value != entry.Value))
            {
                errors.Invalid(path.Child("nodeSelector"), GoDump.Map(masked.NodeSelector), "only additions to spec.nodeSelector are allowed (no mutations or deletions)");
            }

            masked = masked with { NodeSelector = old.NodeSelector };
        }

        var (now, before) = (masked.Affinity?.NodeAffinity, old.Affinity?.NodeAffinity);
        if (now == before)
        {
            return masked;
        }

        Narrowed(now, before, path.Child("affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms"), errors);
        return masked with
        {
            Affinity = masked.Affinity switch
            {
                null => before is null ? null : new Affinity { NodeAffinity = before },
                { PodAffinity: null, PodAntiAffinity: null } when old.Affinity is null => null,
                { } affinity => affinity with { NodeAffinity = before },
            },
        };
    }

    private static void Narrowed(NodeAffinity? now, NodeAffinity? before, FieldPath path, ErrorList errors)
    {
        if (before?.RequiredDuringSchedulingIgnoredDuringExecution is not { } required)
        {
            return;
        }

        var terms = now?.RequiredDuringSchedulingIgnoredDuringExecution?.NodeSelectorTerms ?? default;
        var old = required.NodeSelectorTerms;
        if (!old.IsEmpty && old.Count != terms.Count)
        {
            errors.Invalid(path, GoDump.List(terms), "no additions/deletions to non-empty NodeSelectorTerms list are allowed");
            return;
        }

        for (var i = 0; i < old.Count; i++)
        {
            if (!OnlyAdds(terms[i], old[i]))
            {
                errors.Invalid(path.Index(i), GoDump.Of(terms[i]), "only additions are allowed (no mutations or deletions)");
            }
        }
    }

    private static bool OnlyAdds(NodeSelectorTerm now, NodeSelectorTerm old)
    {
        if (old.MatchExpressions.IsEmpty && old.MatchFields.IsEmpty && !(now.MatchExpressions.IsEmpty && now.MatchFields.IsEmpty))
        {
            return false;
        }

        return StartsWith(now.MatchExpressions, old.MatchExpressions) && StartsWith(now.MatchFields, old.MatchFields);
    }

    private static bool StartsWith(ValueList<NodeSelectorRequirement> now, ValueList<NodeSelectorRequirement> old) =>
        now.Count >= old.Count && now.Take(old.Count).SequenceEqual(old);
}
