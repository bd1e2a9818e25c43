namespace Cybernetes.Api.Machinery;

/// <summary>The rules of ownership (KEP-555): what a write does to what each manager owns. Works on a <see cref="ManagedFields"/> in place.</summary>
/// <param name="versions">The versions of the kind.</param>
/// <param name="apiVersion">The version of the objects given.</param>
/// <param name="ignored">Fields that the endpoint resets, which nobody comes to own here; null for none.</param>
internal sealed class ApplyUpdater(IApplyVersions versions, string apiVersion, FieldSet? ignored)
{
    private MergeType Type => versions.TypeOf(apiVersion) ?? MergeType.Untyped;

    /// <summary>A plain write: the manager owns what it changed.</summary>
    public void Update(Value live, Value updated, ManagedFields managed, ManagerKey manager)
    {
        var comparison = TakeFromOthers(live, updated, managed, manager, force: true);
        var owned = managed.Find(manager)?.Set ?? new FieldSet();
        var changed = comparison.Modified.Union(comparison.Added);
        owned = owned.Difference(comparison.Removed).Union(ignored is null ? changed : changed.RecursiveDifference(ignored));
        managed.Set(manager, new(owned, apiVersion, managed.Find(manager)?.Time));
    }

    /// <summary>An apply: the manager owns what it applied and nothing else. Returns the object; null when it stays as it is.</summary>
    /// <exception cref="ApplyConflictException">Others own fields with other values, and <paramref name="force"/> is not set.</exception>
    public Value? Apply(Value live, TypedValue configuration, ManagedFields managed, ManagerKey manager, bool force)
    {
        var last = managed.Find(manager);
        var merged = new TypedValue(live, Type).Merge(configuration);
        var set = configuration.ToFieldSet();
        set = ignored is null ? set : set.RecursiveDifference(ignored);

        // Kept even when empty until the others are settled, so that what is pruned is measured against it.
        managed.Set(manager, new(set, apiVersion, last?.Time));
        var pruned = Prune(merged, managed, last);
        TakeFromOthers(live, pruned.Value, managed, manager, force);
        return pruned.Value == live ? (Value?)null : pruned.Value;
    }

    private TypedComparison TakeFromOthers(Value live, Value updated, ManagedFields managed, ManagerKey manager, bool force)
    {
        var comparison = Filter(new TypedValue(live, Type).Compare(new(updated, Type)));
        var byVersion = new Dictionary<string, TypedComparison?> { [apiVersion] = comparison };
        var conflicts = new List<(ManagerKey Manager, ManagedSet Owned, FieldSet Lost)>();
        foreach (var (other, owned) in managed.Managers.ToArray())
        {
            if (other == manager)
            {
                continue;
            }

            if (!byVersion.TryGetValue(owned.ApiVersion, out var there))
            {
                there = CompareIn(owned.ApiVersion, live, updated);
                byVersion[owned.ApiVersion] = there;
            }

            if (there is null)
            {
                // A version that is gone: its names mean nothing any more.
                managed.Remove(other);
                continue;
            }

            var lost = owned.Set.Intersection(there.Modified.Union(there.Added));
            if (!lost.IsEmpty)
            {
                conflicts.Add((other, owned, lost));
            }

            if (!there.Removed.IsEmpty || !lost.IsEmpty)
            {
                var left = owned.Set.Difference(lost).Difference(there.Removed);
                if (force || lost.IsEmpty)
                {
                    managed.Set(other, owned with { Set = left });
                }
            }
        }

        return force || conflicts.Count == 0
            ? comparison
            : throw new ApplyConflictException(conflicts.SelectMany(conflict => conflict.Lost.Paths().Select(path => new ApplyConflict(conflict.Manager.ToString(), path))).ToArray());
    }

    private TypedComparison? CompareIn(string version, Value live, Value updated)
    {
        if (versions.TypeOf(version) is not { } type || versions.Convert(live, version) is not { } before || versions.Convert(updated, version) is not { } after)
        {
            return null;
        }

        return Filter(new TypedValue(before, type).Compare(new(after, type)));
    }

    private TypedComparison Filter(TypedComparison comparison) => ignored is null
        ? comparison
        : new(comparison.Added.RecursiveDifference(ignored), comparison.Modified.RecursiveDifference(ignored), comparison.Removed.RecursiveDifference(ignored));

    /// <summary>Takes away what the manager applied before and does not now, but for what others own.</summary>
    private TypedValue Prune(TypedValue merged, ManagedFields managed, ManagedSet? last)
    {
        if (last is null || last.Set.IsEmpty || In(merged, last.ApiVersion) is not { } there)
        {
            return merged;
        }

        var pruned = there.Without(last.Set.WithNamedFields(there.Type));
        pruned = AddBackOwned(there, pruned, managed, last.ApiVersion);
        pruned = AddBackDangling(there, pruned, last);
        return In(pruned, apiVersion, last.ApiVersion) ?? merged;
    }

    private TypedValue AddBackOwned(TypedValue merged, TypedValue pruned, ManagedFields managed, string prunedVersion)
    {
        var byVersion = managed.Managers.Values.GroupBy(owned => owned.ApiVersion).OrderBy(group => group.Key == prunedVersion ? 0 : 1);
        foreach (var group in byVersion)
        {
            var owned = group.Aggregate(new FieldSet(), (set, one) => set.Union(one.Set));
            if (In(merged, group.Key, prunedVersion) is not { } all || In(pruned, group.Key, prunedVersion) is not { } left)
            {
                continue;
            }

            var type = all.Type;
            var kept = left.ToFieldSet().WithNamedFields(type).Union(owned.WithNamedFields(type));
            pruned = In(all.Without(all.ToFieldSet().WithNamedFields(type).Difference(kept)), prunedVersion, group.Key) ?? pruned;
        }

        return pruned;
    }

    private static TypedValue AddBackDangling(TypedValue merged, TypedValue pruned, ManagedSet last)
    {
        var type = merged.Type;
        var (left, all) = (pruned.ToFieldSet().WithNamedFields(type), merged.ToFieldSet().WithNamedFields(type));
        return merged.Without(all.Difference(left).Intersection(last.Set.WithNamedFields(type)));
    }

    private TypedValue? In(TypedValue value, string version, string? from = null)
    {
        if (version == (from ?? apiVersion))
        {
            return value;
        }

        return versions.TypeOf(version) is { } type && versions.Convert(value.Value, version) is { } converted ? new(converted, type) : null;
    }
}
