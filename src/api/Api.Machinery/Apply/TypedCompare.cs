using System.Runtime.CompilerServices;

namespace Cybernetes.Api.Machinery;

/// <summary>Compares two values, either of which may be absent, and sorts the fields that differ.</summary>
internal static class TypedCompare
{
    private enum Verdict : byte
    {
        Same,
        Added,
        Modified,
        Removed,
    }

    public static TypedComparison Compare(Value before, Value after, MergeType type)
    {
        var found = default(Differences);
        Inside(before, after, type, ref found);
        return new(found.Added ?? new(), found.Modified ?? new(), found.Removed ?? new());
    }

    private static void Step(PathElement element, Value? before, Value? after, MergeType type, ref Differences below)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var inner = default(Differences);
        switch (Inside(before, after, type, ref inner))
        {
            case Verdict.Added:
                (below.Added ??= new()).Insert(element);
                break;
            case Verdict.Modified:
                (below.Modified ??= new()).Insert(element);
                break;
            case Verdict.Removed:
                (below.Removed ??= new()).Insert(element);
                break;
        }

        Attach(ref below.Added, element, inner.Added);
        Attach(ref below.Modified, element, inner.Modified);
        Attach(ref below.Removed, element, inner.Removed);
    }

    private static void Attach(ref FieldSet? set, PathElement element, FieldSet? below)
    {
        if (below is { IsEmpty: false })
        {
            (set ??= new()).Attach(element, below);
        }
    }

    // Compares what is below a place, and says what is to be noted of the place itself.
    private static Verdict Inside(Value? before, Value? after, MergeType type, ref Differences below)
    {
        var presence = before is null ? Verdict.Added : after is null ? Verdict.Removed : Verdict.Same;
        if (before is { } old && after is { } now && !old.IsNull && !now.IsNull && type.Kind == MergeKind.Untyped && (old.IsMap != now.IsMap || old.IsList != now.IsList))
        {
            // A place without a schema that holds another kind of thing: what was below goes, what is below comes.
            Inside(old, null, type, ref below);
            Inside(null, now, type, ref below);
            return Verdict.Modified;
        }

        type = type.For(after is null or { IsNull: true } ? before : after);
        if (type.Kind is MergeKind.Scalar or MergeKind.Untyped || type.Atomic || (IsHollow(before) && IsHollow(after)))
        {
            return presence != Verdict.Same || before == after ? presence : Verdict.Modified;
        }

        if (type.Kind == MergeKind.List)
        {
            Items(before ?? default, after ?? default, type, ref below);
        }
        else
        {
            Entries(before, after, type, ref below);
        }

        return presence;
    }

    private static bool IsHollow(Value? value) => value is null || value.Value.IsNull || (value.Value.Items.IsEmpty && value.Value.Entries.IsEmpty);

    private static void Entries(Value? before, Value? after, MergeType type, ref Differences below)
    {
        var olds = (before ?? default).Entries.Span;
        var news = (after ?? default).Entries.Span;
        var (i, j) = (0, 0);
        while (i < olds.Length || j < news.Length)
        {
            var order = i == olds.Length ? 1 : j == news.Length ? -1 : string.CompareOrdinal(olds[i].Key, news[j].Key);
            var key = order <= 0 ? olds[i].Key : news[j].Key;
            Value? old = order <= 0 ? olds[i++].Value : (Value?)null;
            Value? now = order >= 0 ? news[j++].Value : (Value?)null;
            Step(PathElement.Field(key), old, now, type.Field(key), ref below);
        }
    }

    private static void Items(Value before, Value after, MergeType type, ref Differences below)
    {
        if (before == after)
        {
            return;
        }

        var (olds, news) = (Elements(before, type), Elements(after, type));
        if (HasTwins(olds) || HasTwins(news))
        {
            ItemsWithTwins(before, olds, after, news, type, ref below);
            return;
        }

        // Most lists keep their order, so the item that is looked for is mostly at the same place.
        for (var i = 0; i < olds.Length; i++)
        {
            var at = i < news.Length && news[i].Equals(olds[i]) ? i : Array.IndexOf(news, olds[i]);
            Step(olds[i], before.Items[i], at < 0 ? (Value?)null : after.Items[at], type.Element, ref below);
        }

        for (var j = 0; j < news.Length; j++)
        {
            if (!(j < olds.Length && olds[j].Equals(news[j])) && Array.IndexOf(olds, news[j]) < 0)
            {
                Step(news[j], null, after.Items[j], type.Element, ref below);
            }
        }
    }

    // Items that cannot be told apart are owned as one.
    private static void ItemsWithTwins(Value before, PathElement[] oldElements, Value after, PathElement[] newElements, MergeType type, ref Differences below)
    {
        var (olds, news) = (Group(before, oldElements), Group(after, newElements));
        foreach (var element in olds.Keys.Union(news.Keys))
        {
            var (old, now) = (olds.GetValueOrDefault(element) ?? [], news.GetValueOrDefault(element) ?? []);
            if (old.Count <= 1 && now.Count <= 1)
            {
                Step(element, old.Count == 0 ? (Value?)null : old[0], now.Count == 0 ? (Value?)null : now[0], type.Element, ref below);
            }
            else if (old.Count == 0)
            {
                (below.Added ??= new()).Insert(element);
            }
            else if (now.Count == 0)
            {
                (below.Removed ??= new()).Insert(element);
            }
            else if (!old.SequenceEqual(now))
            {
                (below.Modified ??= new()).Insert(element);
            }
        }
    }

    private static PathElement[] Elements(Value list, MergeType type)
    {
        var items = list.Items;
        var elements = items.IsEmpty ? [] : new PathElement[items.Count];
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = ListItems.Element(items[i], type, i);
        }

        return elements;
    }

    private static bool HasTwins(PathElement[] elements)
    {
        const int Few = 16;
        if (elements.Length > Few)
        {
            return elements.Distinct().Count() < elements.Length;
        }

        for (var i = 1; i < elements.Length; i++)
        {
            if (Array.IndexOf(elements, elements[i], 0, i) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<PathElement, List<Value>> Group(Value list, PathElement[] elements)
    {
        var groups = new Dictionary<PathElement, List<Value>>();
        for (var i = 0; i < elements.Length; i++)
        {
            if (groups.TryGetValue(elements[i], out var group))
            {
                group.Add(list.Items[i]);
            }
            else
            {
                groups[elements[i]] = [list.Items[i]];
            }
        }

        return groups;
    }

    /// <summary>The fields found to differ; null for none yet.</summary>
    private struct Differences
    {
        public FieldSet? Added;
        public FieldSet? Modified;
        public FieldSet? Removed;
    }
}
