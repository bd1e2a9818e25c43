using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>
/// A compiled CEL expression. Values are null, bool, long, ulong, double, string, byte[], DateTimeOffset, TimeSpan, lists of such and maps (which
/// <see cref="ToJson"/> turns into JSON). Immutable; safe for many threads. What it may cost is bounded.
/// </summary>
public sealed class CelExpression
{
    private readonly CelNode _node;

    private CelExpression(string text, CelNode node) => (Text, _node) = (text, node);

    /// <summary>The expression as it was written.</summary>
    public string Text { get; }

    /// <summary>Compiles an expression that may use some names. Throws <see cref="FormatException"/> in upstream's words.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="names">The names it may use; their values may be of any type.</param>
    /// <param name="results">The types it may give (<c>bool</c>, <c>string</c>, <c>list(string)</c>); none for any.</param>
    public static CelExpression Compile(string text, IEnumerable<string> names, params ReadOnlySpan<string> results)
    {
        var types = new CelType[results.Length];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = results[i] == "list(string)" ? CelType.List(CelType.String) : new(results[i]);
        }

        var known = names.ToDictionary(name => name, _ => CelType.Dyn, StringComparer.Ordinal);
        return CelExpressionRules.Problem(text, known, types) is { } problem
            ? throw new FormatException(problem)
            : new(text, CelParser.Parse(text, [])!);
    }

    /// <summary>Computes the expression. Throws <see cref="CelException"/> where that fails.</summary>
    /// <param name="names">The values of names: JSON, or objects with functions of their own.</param>
    public object? Compute(IReadOnlyDictionary<string, object?> names) => Compute(name => (names.TryGetValue(name, out var value), value));

    /// <summary>Computes the expression with names that are looked up when they are met; qualified ones (<c>a.b</c>) are tried before fields.</summary>
    public object? Compute(Func<string, (bool Known, object? Value)> names) => new CelEvaluator(name =>
    {
        var (known, value) = names(name);
        return (known, value is Value json ? CelValue.From(json) : value);
    }).Compute(_node);

    /// <summary>The JSON form of what an expression gave.</summary>
    public static Value ToJson(object? value) => CelValue.To(value);
}
