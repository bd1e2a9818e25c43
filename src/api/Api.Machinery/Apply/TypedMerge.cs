using System.Runtime.CompilerServices;

namespace Cybernetes.Api.Machinery;

/// <summary>Lays one value over another; null stands for a side that is absent, and for nothing left.</summary>
internal static class TypedMerge
{
    public static Value? Walk(Value? below, Value? above, MergeType type)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (above is null || below is null)
        {
            return above ?? below;
        }

        type = type.For(above.Value.IsNull ? below : above);
        if (type.Kind is MergeKind.Scalar or MergeKind.Untyped || type.Atomic || (IsHollow(below.Value) && IsHollow(above.Value)))
        {
            return above;
        }

        return type.Kind == MergeKind.List ? Items(below.Value, above.Value, type) : Entries(below.Value, above.Value, type);
    }

    private static bool IsHollow(Value value) => value.Items.IsEmpty && value.Entries.IsEmpty;

    private static Value Entries(Value below, Value above, MergeType type)
    {
        var entries = new List<KeyValuePair<string, Value>>(below.Entries.Count + above.Entries.Count);
        foreach (var (key, value) in below.Entries)
        {
            Value? over = above.Entries.TryGetValue(key, out var found) ? found : (Value?)null;
            if (Walk(value, over, type.Field(key)) is { } merged)
            {
                entries.Add(new(key, merged));
            }
        }

        foreach (var entry in above.Entries)
        {
            if (!below.Entries.ContainsKey(entry.Key))
            {
                entries.Add(entry);
            }
        }

        return Value.Map(ValueMap.Adopt(entries.ToArray()));
    }

    // Items of the lower list keep their places; those of the upper one keep their order among each other.
    private static Value Items(Value below, Value above, MergeType type)
    {
        var (lower, upper) = (Index(below, type), Index(above, type));
        var lowerByElement = lower.GroupBy(item => item.Element).ToDictionary(group => group.Key, group => group.First().Value);
        var upperByElement = upper.GroupBy(item => item.Element).ToDictionary(group => group.Key, group => group.First().Value);
        var shared = new Queue<PathElement>(upper.Select(item => item.Element).Where(lowerByElement.ContainsKey));
        var next = shared.TryDequeue(out var first) ? first : (PathElement?)null;
        var done = new HashSet<PathElement>();
        var merged = new List<Value>(lower.Count + upper.Count);
        var (l, r) = (0, 0);
        while (l < lower.Count || r < upper.Count)
        {
            if (l < lower.Count)
            {
                var element = lower[l].Element;
                if (!upperByElement.ContainsKey(element))
                {
                    merged.Add(lower[l++].Value);
                    continue;
                }

                // An item of both, but not the one whose turn it is.
                if (r < upper.Count && !element.Equals(upper[r].Element) && ((next is { } wanted && !wanted.Equals(element)) || done.Contains(element)))
                {
                    l++;
                    continue;
                }

                if (done.Contains(element))
                {
                    l++;
                }
            }

            if (r < upper.Count)
            {
                var element = upper[r].Element;
                done.Add(element);
                Value? under = lowerByElement.TryGetValue(element, out var found) ? found : (Value?)null;
                merged.Add(Walk(under, upper[r].Value, type.Element) ?? Value.Null);
                l += l < lower.Count && lower[l].Element.Equals(element) ? 1 : 0;
                r++;
                if (next is { } turn && turn.Equals(element))
                {
                    next = shared.TryDequeue(out var following) ? following : null;
                }
            }
        }

        return Value.List(merged.ToValueList());
    }

    private static List<(PathElement Element, Value Value)> Index(Value list, MergeType type)
    {
        var items = new List<(PathElement, Value)>(list.Items.Count);
        for (var i = 0; i < list.Items.Count; i++)
        {
            items.Add((ListItems.Element(list.Items[i], type, i), list.Items[i]));
        }

        return items;
    }
}
