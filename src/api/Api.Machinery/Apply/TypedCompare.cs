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

    public static void Walk(Value before, Value after, MergeType type, TypedComparison below) => Inside(before, after, type, below);

    private static void Step(PathElement element, Value? before, Value? after, MergeType type, TypedComparison below)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var inner = new TypedComparison(new(), new(), new());
        var verdict = Inside(before, after, type, inner);
        var set = verdict switch
        {
            Verdict.Added => below.Added,
            Verdict.Modified => below.Modified,
            Verdict.Removed => below.Removed,
            _ => null,
        };
        set?.Insert(element);
        below.Added.Attach(element, inner.Added);
        below.Modified.Attach(element, inner.Modified);
        below.Removed.Attach(element, inner.Removed);
    }

    // Compares what is below a place, and says what is to be noted of the place itself.
    private static Verdict Inside(Value? before, Value? after, MergeType type, TypedComparison below)
    {
        var presence = before is null ? Verdict.Added : after is null ? Verdict.Removed : Verdict.Same;
        if (before is { } old && after is { } now && !old.IsNull && !now.IsNull && type.Kind == MergeKind.Untyped && (old.IsMap != now.IsMap || old.IsList != now.IsList))
        {
            // A place without a schema that holds another kind of thing: what was below goes, what is below comes.
            Inside(old, null, type, below);
            Inside(null, now, type, below);
            return Verdict.Modified;
        }

        type = type.For(after is null or { IsNull: true } ? before : after);
        if (type.Kind is MergeKind.Scalar or MergeKind.Untyped || type.Atomic || (IsHollow(before) && IsHollow(after)))
        {
            return presence != Verdict.Same || before == after ? presence : Verdict.Modified;
        }

        if (type.Kind == MergeKind.List)
        {
            Items(before, after, type, below);
        }
        else
        {
            Entries(before, after, type, below);
        }

        return presence;
    }

    private static bool IsHollow(Value? value) => value is null || value.Value.IsNull || (value.Value.Items.IsEmpty && value.Value.Entries.IsEmpty);

    private static void Entries(Value? before, Value? after, MergeType type, TypedComparison below)
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
            Step(PathElement.Field(key), old, now, type.Field(key), below);
        }
    }

    private static void Items(Value? before, Value? after, MergeType type, TypedComparison below)
    {
        var (olds, news) = (Group(before, type), Group(after, type));
        foreach (var element in olds.Keys.Union(news.Keys))
        {
            var (old, now) = (olds.GetValueOrDefault(element) ?? [], news.GetValueOrDefault(element) ?? []);
            if (old.Count <= 1 && now.Count <= 1)
            {
                Step(element, old.Count == 0 ? (Value?)null : old[0], now.Count == 0 ? (Value?)null : now[0], type.Element, below);
            }
            else if (old.Count == 0)
            {
                below.Added.Insert(element);
            }
            else if (now.Count == 0)
            {
                below.Removed.Insert(element);
            }
            else if (!old.SequenceEqual(now))
            {
                below.Modified.Insert(element);
            }
        }
    }

    private static Dictionary<PathElement, List<Value>> Group(Value? list, MergeType type)
    {
        var groups = new Dictionary<PathElement, List<Value>>();
        var items = (list ?? default).Items;
        for (var i = 0; i < items.Count; i++)
        {
            var element = ListItems.Element(items[i], type, i);
            if (groups.TryGetValue(element, out var group))
            {
                group.Add(items[i]);
            }
            else
            {
                groups[element] = [items[i]];
            }
        }

        return groups;
    }
}
