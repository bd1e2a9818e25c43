using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules.Quota;

/// <summary>Sums and comparisons of resource lists. Pure.</summary>
public static class QuotaMath
{
    /// <summary>The sum, over the names of both.</summary>
    public static ValueMap<Quantity> Add(ValueMap<Quantity> a, ValueMap<Quantity> b)
    {
        var sum = a;
        foreach (var (name, quantity) in b)
        {
            sum = sum.With(name, a.TryGetValue(name, out var had) ? had + quantity : quantity);
        }
        return sum;
    }

    /// <summary>The difference, never below zero.</summary>
    public static ValueMap<Quantity> SubtractToZero(ValueMap<Quantity> a, ValueMap<Quantity> b) =>
        ValueMap.From(a.Select(e =>
        {
            var left = b.TryGetValue(e.Key, out var less) ? e.Value - less : e.Value;
            return KeyValuePair.Create(e.Key, left.Sign < 0 ? Quantity.Zero.WithFormat(left.Format) : left);
        }).Concat(b.Where(e => !a.ContainsKey(e.Key)).Select(e => KeyValuePair.Create(e.Key, Quantity.Zero))));

    /// <summary>The entries of the given names.</summary>
    public static ValueMap<Quantity> Mask(ValueMap<Quantity> list, IReadOnlySet<string> names) =>
        ValueMap.From(list.Where(e => names.Contains(e.Key)));

    /// <summary>The entries that are not zero.</summary>
    public static ValueMap<Quantity> WithoutZeros(ValueMap<Quantity> list) => ValueMap.From(list.Where(e => !e.Value.IsZero));

    /// <summary>The names in <paramref name="usage"/> that are above their limit.</summary>
    public static IReadOnlySet<string> Exceeded(ValueMap<Quantity> usage, ValueMap<Quantity> hard) =>
        usage.Where(e => hard.TryGetValue(e.Key, out var limit) && e.Value > limit).Select(e => e.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>The names.</summary>
    public static IReadOnlySet<string> Names(ValueMap<Quantity> list) => list.Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>"cpu=1,memory=1Gi", by name.</summary>
    public static string Print(ValueMap<Quantity> list) => string.Join(',', list.Select(e => $"{e.Key}={e.Value}"));
}
