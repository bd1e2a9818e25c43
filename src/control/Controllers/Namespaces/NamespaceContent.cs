using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Controllers.Discovery;

namespace Cybernetes.Controllers.Namespaces;

/// <summary>What is left in a namespace after everything in it was asked to go. Not thread safe.</summary>
public sealed class NamespaceContent
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _finalizers = new(StringComparer.Ordinal);

    /// <summary>What went wrong while deleting.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>What went wrong while finding out what there is; null for nothing.</summary>
    public string? DiscoveryFailure { get; set; }

    /// <summary>True when nothing is left.</summary>
    public bool IsGone => _counts.Count == 0;

    /// <summary>Counts an object that is left.</summary>
    public void Count(ServedResource resource, IObject left)
    {
        var name = resource.Resource.GroupResource.ToString();
        _counts[name] = _counts.GetValueOrDefault(name) + 1;
        foreach (var finalizer in left.Metadata.Finalizers)
        {
            _finalizers[finalizer] = _finalizers.GetValueOrDefault(finalizer) + 1;
        }
    }

    /// <summary>The conditions that tell all this, laid over those there were.</summary>
    public ValueList<NamespaceCondition> Conditions(ValueList<NamespaceCondition> before, DateTimeOffset now)
    {
        before = Set(before, "NamespaceDeletionDiscoveryFailure", DiscoveryFailure is null ? null : ("DiscoveryFailed", $"Discovery failed for some groups, {DiscoveryFailure}"), ("ResourcesDiscovered", "All resources successfully discovered"), now);
        before = Set(before, "NamespaceDeletionGroupVersionParsingFailure", null, ("ParsedGroupVersions", "All legacy kube types successfully parsed"), now);
        before = Set(
            before,
            "NamespaceDeletionContentFailure",
            Failures.Count == 0 ? null : ("ContentDeletionFailed", $"Failed to delete all resource types, {Failures.Count} remaining: {string.Join(", ", Failures.Order(StringComparer.Ordinal))}"),
            ("ContentDeleted", "All content successfully deleted, may be waiting on finalization"),
            now);
        before = Set(
            before,
            "NamespaceContentRemaining",
            IsGone ? null : ("SomeResourcesRemain", $"Some resources are remaining: {string.Join(", ", _counts.Select(count => $"{count.Key} has {count.Value} resource instances"))}"),
            ("ContentRemoved", "All content successfully removed"),
            now);
        return Set(
            before,
            "NamespaceFinalizersRemaining",
            _finalizers.Count == 0 ? null : ("SomeFinalizersRemain", $"Some content in the namespace has finalizers remaining: {string.Join(", ", _finalizers.Select(count => $"{count.Key} in {count.Value} resource instances"))}"),
            ("ContentHasNoFinalizers", "All content-preserving finalizers finished"),
            now);
    }

    private static ValueList<NamespaceCondition> Set(
        ValueList<NamespaceCondition> conditions, string type, (string Reason, string Message)? trouble, (string Reason, string Message) fine, DateTimeOffset now)
    {
        var (reason, message) = trouble ?? fine;
        var before = conditions.FirstOrDefault(condition => condition.Type == type);
        var condition = new NamespaceCondition
        {
            Type = type,
            Status = trouble is null ? "False" : "True",
            Reason = reason,
            Message = message,
            LastTransitionTime = before is not null && before.Status == (trouble is null ? "False" : "True") ? before.LastTransitionTime : now,
        };
        return before is null ? conditions.Add(condition) : conditions.Update(other => other.Type == type ? condition : other);
    }
}
