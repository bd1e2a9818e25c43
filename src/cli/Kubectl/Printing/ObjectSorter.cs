using Cybernetes.Api.Machinery;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Printing;

/// <summary><c>--sort-by</c>: by the first value that a path finds; objects without one come first. Equal ones keep their order.</summary>
public static class ObjectSorter
{
    /// <summary>Objects in order.</summary>
    /// <exception cref="KubectlException">The path cannot be read.</exception>
    public static List<Value> Sort(IEnumerable<Value> objects, string path)
    {
        var key = Key(path);
        return [.. objects.Select(one => (Object: one, Key: key(one))).OrderBy(pair => pair.Key, _order).Select(pair => pair.Object)];
    }

    /// <summary>A table whose rows, which hold whole objects, are in order.</summary>
    /// <exception cref="KubectlException">The path cannot be read.</exception>
    public static Value SortRows(Value table, string path)
    {
        var key = Key(path);
        var rows = table["rows"].Items.Select(row => (Row: row, Key: key(row["object"]))).OrderBy(pair => pair.Key, _order).Select(pair => pair.Row);
        return table.With("rows", Value.List(rows.ToValueList()));
    }

    private static readonly Comparer<Value> _order = Comparer<Value>.Create(Compare);

    private static Func<Value, Value> Key(string path)
    {
        try
        {
            var parsed = JsonPath.ParseRelaxed(path);
            return one => parsed.FindAll(one, allowMissingKeys: true) is [var first, ..] ? first : Value.Null;
        }
        catch (JsonPathException e)
        {
            throw KubectlException.Error(e.Message);
        }
    }

    private static int Compare(Value left, Value right)
    {
        if (left.IsNull || right.IsNull)
        {
            return left.IsNull.CompareTo(right.IsNull) * -1;
        }

        if (left.AsDouble is { } a && right.AsDouble is { } b)
        {
            return a.CompareTo(b);
        }

        var (first, second) = (JsonPath.Text(left), JsonPath.Text(right));
        return Quantity.TryParse(first, out var x) && Quantity.TryParse(second, out var y) ? x.CompareTo(y) : NaturalOrder.Compare(first, second);
    }

    // Names with numbers in them sort by the number: web-2 before web-10.
    private static class NaturalOrder
    {
        public static int Compare(string left, string right)
        {
            var (i, j) = (0, 0);
            while (i < left.Length && j < right.Length)
            {
                if (char.IsAsciiDigit(left[i]) && char.IsAsciiDigit(right[j]))
                {
                    var a = Number(left, ref i);
                    var b = Number(right, ref j);
                    if (a.Length != b.Length || a.SequenceCompareTo(b) != 0)
                    {
                        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.SequenceCompareTo(b);
                    }
                }
                else if (left[i] != right[j])
                {
                    return left[i].CompareTo(right[j]);
                }
                else
                {
                    i++;
                    j++;
                }
            }

            return (left.Length - i).CompareTo(right.Length - j);
        }

        private static ReadOnlySpan<char> Number(string text, ref int at)
        {
            var start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            return text.AsSpan(start, at - start).TrimStart('0');
        }
    }
}
