namespace Cybernetes.Api.Machinery;

/// <summary>A total order of values: numbers, texts, truth values, lists, maps, null.</summary>
internal static class ValueOrder
{
    public static int Compare(Value left, Value right)
    {
        var (leftRank, rightRank) = (Rank(left), Rank(right));
        if (leftRank != rightRank)
        {
            return leftRank.CompareTo(rightRank);
        }

        switch (left.Kind)
        {
            case ValueKind.String:
                return string.CompareOrdinal(left.AsString, right.AsString);
            case ValueKind.Boolean:
                return left.AsBoolean!.Value.CompareTo(right.AsBoolean!.Value);
            case ValueKind.Integer or ValueKind.Double:
                return left.AsInteger is { } a && right.AsInteger is { } b ? a.CompareTo(b) : left.AsDouble!.Value.CompareTo(right.AsDouble!.Value);
            case ValueKind.List:
                return Sequences(left.Items, right.Items, Compare);
            case ValueKind.Map:
                return Sequences(left.Entries, right.Entries, (x, y) => string.CompareOrdinal(x.Key, y.Key) is not 0 and var order ? order : Compare(x.Value, y.Value));
            default:
                return 0;
        }
    }

    private static int Rank(Value value) => value.Kind switch
    {
        ValueKind.Integer or ValueKind.Double => 0,
        ValueKind.String => 1,
        ValueKind.Boolean => 2,
        ValueKind.List => 3,
        ValueKind.Map => 4,
        _ => 5,
    };

    private static int Sequences<T>(IEnumerable<T> left, IEnumerable<T> right, Func<T, T, int> compare)
    {
        using var a = left.GetEnumerator();
        using var b = right.GetEnumerator();
        while (true)
        {
            var (more, others) = (a.MoveNext(), b.MoveNext());
            if (!more || !others)
            {
                return more.CompareTo(others);
            }

            if (compare(a.Current, b.Current) is not 0 and var order)
            {
                return order;
            }
        }
    }
}
