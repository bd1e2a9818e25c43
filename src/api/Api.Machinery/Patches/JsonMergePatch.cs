namespace Cybernetes.Api.Machinery;

/// <summary>JSON merge patches (RFC 7396): applying them, and making them from two or three objects.</summary>
public static class JsonMergePatch
{
    /// <summary>The object with the patch laid over it: null takes away, maps merge, everything else replaces.</summary>
    public static Value Apply(Value target, Value patch)
    {
        if (!patch.IsMap)
        {
            return patch;
        }

        var merged = new SortedDictionary<string, Value>(StringComparer.Ordinal);
        foreach (var (key, value) in target.Entries)
        {
            merged[key] = value;
        }

        foreach (var (key, value) in patch.Entries)
        {
            if (value.IsNull)
            {
                merged.Remove(key);
            }
            else
            {
                merged[key] = Apply(merged.GetValueOrDefault(key), value);
            }
        }

        return Value.Map(ValueMap.From(merged));
    }

    /// <summary>The patch that makes <paramref name="modified"/> of <paramref name="original"/>; an empty map where nothing differs.</summary>
    public static Value Create(Value original, Value modified)
    {
        var patch = new List<KeyValuePair<string, Value>>();
        foreach (var (key, after) in modified.Entries)
        {
            if (!original.Entries.TryGetValue(key, out var before))
            {
                patch.Add(new(key, after));
            }
            else if (before.IsMap && after.IsMap)
            {
                var inner = Create(before, after);
                if (!inner.Entries.IsEmpty)
                {
                    patch.Add(new(key, inner));
                }
            }
            else if (before != after)
            {
                patch.Add(new(key, after));
            }
        }

        foreach (var (key, _) in original.Entries)
        {
            if (!modified.Entries.ContainsKey(key))
            {
                patch.Add(new(key, Value.Null));
            }
        }

        return Value.Map(ValueMap.Adopt(patch.ToArray()));
    }

    /// <summary>
    /// The patch for <paramref name="current"/> that takes away what <paramref name="original"/> had and <paramref name="modified"/> has not, and
    /// sets what <paramref name="modified"/> has; what others added stays.
    /// </summary>
    public static Value CreateThreeWay(Value original, Value modified, Value current)
    {
        var changes = KeepChanges(Create(current, modified));
        var deletions = KeepDeletions(Create(original, modified));
        return Overlay(deletions, changes);
    }

    private static Value KeepChanges(Value patch) => Value.Map(ValueMap.From(patch.Entries
        .Where(entry => !entry.Value.IsNull)
        .Select(entry => entry.Value.IsMap ? new(entry.Key, KeepChanges(entry.Value)) : entry)
        .Where(entry => !entry.Value.IsMap || !entry.Value.Entries.IsEmpty || patch[entry.Key].Entries.IsEmpty)));

    private static Value KeepDeletions(Value patch) => Value.Map(ValueMap.From(patch.Entries
        .Select(entry => entry.Value.IsMap ? new(entry.Key, KeepDeletions(entry.Value)) : entry)
        .Where(entry => entry.Value.IsNull || !entry.Value.Entries.IsEmpty)));

    // Merges patches: nulls are kept, not acted on.
    private static Value Overlay(Value lower, Value upper)
    {
        if (!lower.IsMap || !upper.IsMap)
        {
            return upper;
        }

        var merged = lower;
        foreach (var (key, value) in upper.Entries)
        {
            merged = merged.With(key, lower.Entries.TryGetValue(key, out var below) ? Overlay(below, value) : value);
        }

        return merged;
    }
}
