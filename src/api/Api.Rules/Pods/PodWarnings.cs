using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.Rules;

/// <summary>What a pod's or a template's writer is warned of.</summary>
internal static partial class PodWarnings
{
    /// <summary>The warnings of a template at <paramref name="path"/>.</summary>
    public static void Template(PodTemplateSpec template, PodTemplateSpec? old, FieldPath path, List<string> warnings)
    {
        if (template == old)
        {
            return;
        }

        Of(template.Spec, template.Metadata, old?.Spec, path, warnings, isPod: false);
    }

    public static void Of(PodSpec spec, ObjectMeta meta, PodSpec? old, FieldPath? root, List<string> warnings, bool isPod)
    {
        if (spec == old)
        {
            return;
        }

        var path = root?.Child("spec") ?? FieldPath.Of("spec");
        Labels(spec, path, warnings);
        Volumes(spec, path, warnings);
        Names(spec, path, warnings);
        if (meta.Annotations.Keys.FirstOrDefault(key => key.StartsWith("scheduler.alpha.kubernetes.io/critical-pod", StringComparison.Ordinal)) is { } critical)
        {
            warnings.Add($"{(root is null ? "" : root + ".")}metadata.annotations[{critical}]: non-functional in v1.16+; use the \"priorityClassName\" field instead");
        }

        foreach (var (key, _) in meta.Annotations)
        {
            if (key.StartsWith("container.apparmor.security.beta.kubernetes.io/", StringComparison.Ordinal))
            {
                warnings.Add($"{(root is null ? "" : root + ".")}metadata.annotations[{key}]: deprecated since v1.30; use the \"appArmorProfile\" field instead");
            }
            else if (key.StartsWith("container.seccomp.security.alpha.kubernetes.io/", StringComparison.Ordinal) || key == "seccomp.security.alpha.kubernetes.io/pod")
            {
                warnings.Add($"{(root is null ? "" : root + ".")}metadata.annotations[{key}]: non-functional in v1.27+; use the \"seccompProfile\" field instead");
            }
        }

        foreach (var (container, at) in PodSpecRules.WithPaths(spec, path))
        {
            Container(container, at, warnings);
        }

        if (spec.TerminationGracePeriodSeconds is < 0)
        {
            warnings.Add($"{path}.terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will be treated as 1");
        }

        Affinity(spec, path, warnings);
        _ = isPod;
    }

    private static void Labels(PodSpec spec, FieldPath path, List<string> warnings)
    {
        foreach (var (key, _) in spec.NodeSelector)
        {
            if (NodeLabels.Deprecation(key) is { } words)
            {
                warnings.Add($"{path}.nodeSelector[{key}]: {words}");
            }
        }

        if (spec.Affinity?.NodeAffinity is { } affinity)
        {
            var required = affinity.RequiredDuringSchedulingIgnoredDuringExecution?.NodeSelectorTerms ?? default;
            for (var i = 0; i < required.Count; i++)
            {
                Term(required[i], path.Child("affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms").Index(i), warnings);
            }

            for (var i = 0; i < affinity.PreferredDuringSchedulingIgnoredDuringExecution.Count; i++)
            {
                Term(affinity.PreferredDuringSchedulingIgnoredDuringExecution[i].Preference, path.Child("affinity", "nodeAffinity", "preferredDuringSchedulingIgnoredDuringExecution").Index(i).Child("preference"), warnings);
            }
        }

        for (var i = 0; i < spec.TopologySpreadConstraints.Count; i++)
        {
            var (constraint, at) = (spec.TopologySpreadConstraints[i], path.Child("topologySpreadConstraints").Index(i));
            if (NodeLabels.Deprecation(constraint.TopologyKey) is { } words)
            {
                warnings.Add($"{at}.topologyKey: {constraint.TopologyKey} is {words}");
            }

            if (constraint.LabelSelector is null)
            {
                warnings.Add($"{at}.labelSelector: a null labelSelector results in matching no pod");
            }
        }
    }

    private static void Term(NodeSelectorTerm term, FieldPath path, List<string> warnings)
    {
        for (var i = 0; i < term.MatchExpressions.Count; i++)
        {
            if (NodeLabels.Deprecation(term.MatchExpressions[i].Key) is { } words)
            {
                warnings.Add($"{path}.matchExpressions[{i}].key: {term.MatchExpressions[i].Key} is {words}");
            }
        }
    }

    private static void Names(PodSpec spec, FieldPath path, List<string> warnings)
    {
        for (var i = 0; i < spec.HostAliases.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (spec.HostAliases[j].Ip == spec.HostAliases[i].Ip)
                {
                    warnings.Add($"{path}.hostAliases[{i}].ip: duplicate host alias ip {GoText.Quote(spec.HostAliases[i].Ip)}");
                    break;
                }
            }
        }

        for (var i = 0; i < spec.ImagePullSecrets.Count; i++)
        {
            var name = spec.ImagePullSecrets[i].Name;
            if (name.Length == 0)
            {
                warnings.Add($"{path}.imagePullSecrets[{i}].name: invalid empty name {GoText.Quote(name)}");
            }
            else if (spec.ImagePullSecrets.Take(i).Any(other => other.Name == name))
            {
                warnings.Add($"{path}.imagePullSecrets[{i}].name: duplicate name {GoText.Quote(name)}");
            }
        }
    }

    private static void Container(Container container, FieldPath at, List<string> warnings)
    {
        foreach (var (name, quantity) in container.Resources.Limits)
        {
            Fraction(name, quantity, $"{at}.resources.limits[{name}]", warnings);
        }

        foreach (var (name, quantity) in container.Resources.Requests)
        {
            Fraction(name, quantity, $"{at}.resources.requests[{name}]", warnings);
        }

        for (var i = 0; i < container.Env.Count; i++)
        {
            var name = container.Env[i].Name;
            var before = container.Env.Take(i).LastOrDefault(other => other.Name == name);
            if (before is null || name.Length == 0)
            {
                continue;
            }

            warnings.Add(container.Env[i].Value.Length > 0 && container.Env[i].Value.Contains($"$({name})", StringComparison.Ordinal)
                ? $"{at}.env[{i}]: hides previous definition of {GoText.Quote(name)}, which may be dropped when using apply"
                : $"{at}.env[{i}]: hides previous definition of {GoText.Quote(name)}, which may be dropped when using apply");
        }
    }

    private static void Fraction(string name, Quantity quantity, string path, List<string> warnings)
    {
        if (name is "memory" or "ephemeral-storage" && quantity.MilliValue % 1000 != 0)
        {
            warnings.Add($"{path}: fractional byte value {GoText.Quote(quantity.ToString())} is invalid, must be an integer");
        }
    }

    private static void Affinity(PodSpec spec, FieldPath path, List<string> warnings)
    {
        void Terms(ValueList<PodAffinityTerm> required, ValueList<WeightedPodAffinityTerm> preferred, FieldPath at)
        {
            for (var i = 0; i < required.Count; i++)
            {
                if (required[i].LabelSelector is null)
                {
                    warnings.Add($"{at}.requiredDuringSchedulingIgnoredDuringExecution[{i}].labelSelector: a null labelSelector results in matching no pod");
                }
            }

            for (var i = 0; i < preferred.Count; i++)
            {
                if (preferred[i].PodAffinityTerm.LabelSelector is null)
                {
                    warnings.Add($"{at}.preferredDuringSchedulingIgnoredDuringExecution[{i}].podAffinityTerm.labelSelector: a null labelSelector results in matching no pod");
                }
            }
        }

        if (spec.Affinity?.PodAffinity is { } pod)
        {
            Terms(pod.RequiredDuringSchedulingIgnoredDuringExecution, pod.PreferredDuringSchedulingIgnoredDuringExecution, path.Child("affinity", "podAffinity"));
        }

        if (spec.Affinity?.PodAntiAffinity is { } anti)
        {
            Terms(anti.RequiredDuringSchedulingIgnoredDuringExecution, anti.PreferredDuringSchedulingIgnoredDuringExecution, path.Child("affinity", "podAntiAffinity"));
        }
    }
}
