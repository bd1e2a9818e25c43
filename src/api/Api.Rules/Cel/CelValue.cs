using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>What an expression gives while it is computed: JSON values, and what JSON has no form for. <see cref="object"/>s are null, bool, long, ulong, double,
/// string, byte[], DateTimeOffset, TimeSpan, List&lt;object?&gt;, CelTable, or an <see cref="ICelObject"/>.</summary>
internal static class CelValue
{
    /// <summary>A JSON value as expressions see it.</summary>
    public static object? From(Value value)
    {
        if (value.IsNull)
        {
            return null;
        }

        if (value.IsMap)
        {
            return new CelTable(value);
        }

        if (value.IsList)
        {
            return value.Items.Select(From).ToList();
        }

        return value.AsString ?? (object?)value.AsBoolean ?? (object?)value.AsInteger ?? value.AsDouble;
    }

    /// <summary>The JSON form of what an expression gave; throws <see cref="CelException"/> where there is none.</summary>
    public static Value To(object? value) => value switch
    {
        null => Value.Null,
        bool truth => truth,
        long number => number,
        ulong number => (long)number,
        double number => number,
        string text => text,
        CelTable table => table.ToJson(),
        List<object?> items => Value.List(items.Select(To).ToValueList()),
        DateTimeOffset time => CelText.Of(time),
        TimeSpan span => CelText.Of(span),
        _ => throw new CelException("unsupported conversion to JSON"),
    };

    /// <summary>Whether two values are equal as CEL has it: numbers by their value, whatever their type.</summary>
    public static bool Same(object? a, object? b) => (a, b) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (long or ulong or double, long or ulong or double) => Order(a, b) == 0,
        (List<object?> one, List<object?> other) => one.Count == other.Count && one.Zip(other).All(pair => Same(pair.First, pair.Second)),
        (CelTable one, CelTable other) => one.Count == other.Count && one.Keys.All(key => other.TryGet(key, out var value) && Same(one[key], value)),
        (byte[] one, byte[] other) => one.AsSpan().SequenceEqual(other),
        _ => a.Equals(b),
    };

    /// <summary>How two values are ordered; throws where they have no order.</summary>
    public static int Order(object? a, object? b) => (a, b) switch
    {
        (long one, long other) => one.CompareTo(other),
        (ulong one, ulong other) => one.CompareTo(other),
        (long one, ulong other) => one < 0 ? -1 : ((ulong)one).CompareTo(other),
        (ulong one, long other) => other < 0 ? 1 : one.CompareTo((ulong)other),
        (double or long or ulong, double or long or ulong) => Convert.ToDouble(a, System.Globalization.CultureInfo.InvariantCulture).CompareTo(Convert.ToDouble(b, System.Globalization.CultureInfo.InvariantCulture)),
        (string one, string other) => string.CompareOrdinal(one, other),
        (bool one, bool other) => one.CompareTo(other),
        (DateTimeOffset one, DateTimeOffset other) => one.CompareTo(other),
        (TimeSpan one, TimeSpan other) => one.CompareTo(other),
        (byte[] one, byte[] other) => one.AsSpan().SequenceCompareTo(other),
        _ => throw CelException.NoOverload(),
    };
}

/// <summary>A map, of JSON or of an expression's making.</summary>
internal sealed class CelTable
{
    private readonly Value _json;
    private readonly Dictionary<object, object?>? _entries;

    public CelTable(Value json) => _json = json;

    public CelTable(Dictionary<object, object?> entries) => _entries = entries;

    public int Count => _entries?.Count ?? _json.Entries.Count;

    public IEnumerable<object?> Keys => _entries is null ? _json.Entries.Keys : _entries.Keys;

    public object? this[object? key] => TryGet(key, out var value) ? value : throw new CelException($"no such key: {key}");

    public bool TryGet(object? key, out object? value)
    {
        value = null;
        if (_entries is not null)
        {
            return key is not null && _entries.TryGetValue(key, out value);
        }

        if (key is not string name || !_json.Entries.TryGetValue(name, out var json))
        {
            return false;
        }

        value = CelValue.From(json);
        return true;
    }

    public Value ToJson()
    {
        if (_entries is null)
        {
            return _json;
        }

        var json = Value.EmptyMap;
        foreach (var (key, value) in _entries)
        {
            json = json.With(key as string ?? throw new CelException("unsupported conversion to JSON"), CelValue.To(value));
        }

        return json;
    }
}

/// <summary>A value with functions of its own: an authorizer, say.</summary>
public interface ICelObject
{
    /// <summary>Calls a function with values as <see cref="CelExpression"/> has them; throws <see cref="CelException"/> where there is none such.</summary>
    object? Call(string function, IReadOnlyList<object?> arguments);
}

/// <summary>An expression could not be computed.</summary>
public sealed class CelException(string message) : Exception(message)
{
    /// <summary>No function takes such arguments.</summary>
    public static CelException NoOverload() => new("no such overload");
}
