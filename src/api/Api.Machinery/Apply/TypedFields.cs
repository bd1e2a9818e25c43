using System.Runtime.CompilerServices;

namespace Cybernetes.Api.Machinery;

/// <summary>Gathers the fields that a value sets: scalars, atomic and empty parts, the items of lists and the entries of open maps.</summary>
internal static class TypedFields
{
    /// <summary>Gathers below a place; true when the place itself is to be a member.</summary>
    public static bool Gather(Value value, MergeType type, FieldSet below)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        type = type.For(value);
        switch (type.Kind)
        {
            case MergeKind.List when !type.Atomic:
                Items(value, type, below);
                return false;
            case MergeKind.Map when !type.Atomic:
                foreach (var (key, entry) in value.Entries)
                {
                    var leaf = entry.IsNull || (entry.IsMap && entry.Entries.IsEmpty) || !type.IsDeclared(key);
                    Add(below, PathElement.Field(key), entry, type.Field(key), leaf);
                }

                return false;
            default:
                return true;
        }
    }

    private static void Items(Value value, MergeType type, FieldSet below)
    {
        var elements = new PathElement[value.Items.Count];
        var counts = new Dictionary<PathElement, int>();
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = ListItems.Element(value.Items[i], type, i);
            counts[elements[i]] = counts.GetValueOrDefault(elements[i]) + 1;
        }

        for (var i = 0; i < elements.Length; i++)
        {
            // Items that cannot be told apart are owned as one.
            if (counts[elements[i]] > 1)
            {
                below.Insert(elements[i]);
            }
            else
            {
                Add(below, elements[i], value.Items[i], type.Element, leaf: true);
            }
        }
    }

    private static void Add(FieldSet below, PathElement element, Value value, MergeType type, bool leaf)
    {
        var inner = new FieldSet();
        if (Gather(value, type, inner) || leaf)
        {
            below.Insert(element);
        }

        below.Attach(element, inner);
    }
}
