using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules.Quota;

internal sealed class PodQuotaEvaluator() : QuotaEvaluator(new GroupResource("", "pods"))
{
    private static readonly HashSet<string> _names = new(StringComparer.Ordinal)
    {
        "pods", "count/pods", "cpu", "memory", "ephemeral-storage", "requests.cpu", "requests.memory", "requests.ephemeral-storage",
        "limits.cpu", "limits.memory", "limits.ephemeral-storage",
    };

    private static readonly string[] _mustBeSaid = ["cpu", "limits.cpu", "limits.memory", "memory", "requests.cpu", "requests.memory"];

    public override bool HandlesUpdate(string subresource) => subresource == "resize";

    public override bool Counts(string quotaName) => _names.Contains(quotaName) ||
        quotaName.StartsWith("hugepages-", StringComparison.Ordinal) || quotaName.StartsWith("requests.hugepages-", StringComparison.Ordinal) ||
        (quotaName.StartsWith("requests.", StringComparison.Ordinal) && IsExtended(quotaName["requests.".Length..]));

    public override ValueMap<Quantity> Usage(IObject item, DateTimeOffset now)
    {
        var usage = ValueMap.Of((CountName, (Quantity)1));
        if (item is not Pod pod || !IsAlive(pod, now))
        {
            return usage;
        }
        return QuotaMath.Add(usage, Compute(PodDemand.Requests(pod.Spec), PodDemand.Limits(pod.Spec)));
    }

    public override string? Constraint(IReadOnlySet<string> quotaNames, IObject item)
    {
        if (item is not Pod pod || !_mustBeSaid.Any(quotaNames.Contains))
        {
            return null;
        }
        var whole = Compute(pod.Spec.Resources?.Requests ?? default, pod.Spec.Resources?.Limits ?? default);
        var missing = new List<string>();
        foreach (var name in _mustBeSaid.Where(n => quotaNames.Contains(n) && !whole.ContainsKey(n)))
        {
            var containers = pod.Spec.Containers.Concat(pod.Spec.InitContainers)
                .Where(c => !Compute(c.Resources.Requests, c.Resources.Limits).ContainsKey(name))
                .Select(c => c.Name).Distinct().Order(StringComparer.Ordinal).ToArray();
            if (containers.Length > 0)
            {
                missing.Add($"{name} for: {string.Join(',', containers)}");
            }
        }
        return missing.Count == 0 ? null : $"must specify {string.Join("; ", missing)}";
    }

    protected override bool MatchesScope(ScopedResourceSelectorRequirement scope, IObject item) => item is Pod pod && scope.ScopeName switch
    {
        "Terminating" => pod.Spec.ActiveDeadlineSeconds is >= 0,
        "NotTerminating" => pod.Spec.ActiveDeadlineSeconds is null or < 0,
        "BestEffort" => PodDemand.IsBestEffort(pod.Spec),
        "NotBestEffort" => !PodDemand.IsBestEffort(pod.Spec),
        "PriorityClass" => MatchesPriority(scope, pod.Spec.PriorityClassName),
        "CrossNamespacePodAffinity" => ReachesOtherNamespaces(pod.Spec.Affinity),
        _ => false,
    };

    private static bool MatchesPriority(ScopedResourceSelectorRequirement scope, string name) => scope.Operator switch
    {
        "Exists" => name.Length > 0,
        "DoesNotExist" => name.Length == 0,
        "In" => name.Length > 0 && scope.Values.Contains(name),
        "NotIn" => name.Length == 0 || !scope.Values.Contains(name),
        _ => false,
    };

    private static bool ReachesOtherNamespaces(Affinity? affinity)
    {
        if (affinity is null)
        {
            return false;
        }
        var terms = (affinity.PodAffinity?.RequiredDuringSchedulingIgnoredDuringExecution ?? default)
            .Concat(affinity.PodAntiAffinity?.RequiredDuringSchedulingIgnoredDuringExecution ?? default)
            .Concat((affinity.PodAffinity?.PreferredDuringSchedulingIgnoredDuringExecution ?? default).Select(t => t.PodAffinityTerm))
            .Concat((affinity.PodAntiAffinity?.PreferredDuringSchedulingIgnoredDuringExecution ?? default).Select(t => t.PodAffinityTerm));
        return terms.Any(t => t.NamespaceSelector is not null || !t.Namespaces.IsEmpty);
    }

    // What has ended, or should have by now, uses no compute resources any more.
    private static bool IsAlive(Pod pod, DateTimeOffset now)
    {
        if (pod.Status.Phase is "Failed" or "Succeeded")
        {
            return false;
        }
        return pod.Metadata is not { DeletionTimestamp: { } deleted, DeletionGracePeriodSeconds: { } grace } || now <= deleted.Moment.AddSeconds(grace);
    }

    private static ValueMap<Quantity> Compute(ValueMap<Quantity> requests, ValueMap<Quantity> limits)
    {
        var usage = new List<KeyValuePair<string, Quantity>> { new("pods", 1) };
        foreach (var name in (string[])["cpu", "memory", "ephemeral-storage"])
        {
            if (requests.TryGetValue(name, out var request))
            {
                usage.Add(new(name, request));
                usage.Add(new("requests." + name, request));
            }
            if (limits.TryGetValue(name, out var limit))
            {
                usage.Add(new("limits." + name, limit));
            }
        }
        foreach (var (name, request) in requests)
        {
            var isHuge = name.StartsWith("hugepages-", StringComparison.Ordinal);
            if (isHuge)
            {
                usage.Add(new(name, request));
            }
            if (isHuge || IsExtended(name))
            {
                usage.Add(new("requests." + name, request));
            }
        }
        return ValueMap.From(usage);
    }

    private static bool IsExtended(string name) =>
        name.Contains('/') && !name.Contains("kubernetes.io/", StringComparison.Ordinal) && !name.StartsWith("requests.", StringComparison.Ordinal);
}
