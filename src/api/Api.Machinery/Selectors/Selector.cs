using System.Diagnostics.CodeAnalysis;

namespace Cybernetes.Api.Machinery;

/// <summary>A label selector: all its requirements must hold. Immutable.</summary>
public sealed class Selector
{
    private Selector(ValueList<Requirement> requirements, bool matchesNothing)
    {
        Requirements = requirements;
        MatchesNothing = matchesNothing;
    }

    /// <summary>Matches every object.</summary>
    public static Selector Everything { get; } = new([], matchesNothing: false);

    /// <summary>Matches no object.</summary>
    public static Selector Nothing { get; } = new([], matchesNothing: true);

    /// <summary>The conditions, in order of their keys.</summary>
    public ValueList<Requirement> Requirements { get; }

    /// <summary>True for the selector that matches no object.</summary>
    public bool MatchesNothing { get; }

    /// <summary>True where nothing is asked, so every object matches.</summary>
    public bool IsEmpty => Requirements.IsEmpty && !MatchesNothing;

    /// <summary>A selector of the given conditions.</summary>
    public static Selector From(IEnumerable<Requirement> requirements) => new(requirements.OrderBy(one => one.Key, StringComparer.Ordinal).ToValueList(), matchesNothing: false);

    /// <summary>A selector that asks for each of these labels; no label asks for nothing.</summary>
    public static Selector FromSet(ValueMap<string> labels) =>
        new(labels.Select(label => Requirement.Trusted(label.Key, SelectorOperator.Equals, [label.Value])).ToValueList(), matchesNothing: false);

    /// <summary>Reads upstream's form: <c>a=b,c in (d,e),!f</c>; on failure <paramref name="error"/> is worded as upstream words it.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Selector? selector, [NotNullWhen(false)] out string? error) =>
        SelectorParser.TryParse(text, FieldPath.Root, out selector, out error);

    /// <summary>Reads upstream's form.</summary>
    /// <exception cref="FormatException">The text is of another form; worded as upstream words it.</exception>
    public static Selector Parse(string text) => TryParse(text, out var selector, out var error) ? selector : throw new FormatException(error);

    /// <summary>True when the labels meet every requirement.</summary>
    public bool Matches(ValueMap<string> labels)
    {
        foreach (var requirement in Requirements.Span)
        {
            if (!requirement.Matches(labels))
            {
                return false;
            }
        }

        return !MatchesNothing;
    }

    /// <summary>A selector that asks for more.</summary>
    public Selector With(params IEnumerable<Requirement> more) => MatchesNothing ? this : From(Requirements.Concat(more));

    /// <summary>The one value that the selector demands of a label, or null.</summary>
    public string? ExactMatch(string key)
    {
        foreach (var requirement in Requirements.Span)
        {
            if (requirement.Key == key)
            {
                return requirement.Operator is SelectorOperator.Equals or SelectorOperator.DoubleEquals or SelectorOperator.In && requirement.Values.Count == 1
                    ? requirement.Values[0]
                    : null;
            }
        }

        return null;
    }

    /// <summary>As upstream prints it; it reads back as the same selector.</summary>
    public override string ToString() => string.Join(',', Requirements);
}
