using System.Diagnostics.CodeAnalysis;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>From the selector that stands in objects to the one that matches.</summary>
public static class LabelSelectorExtensions
{
    /// <summary>The selector to match with: null selects nothing, an empty one everything. On failure <paramref name="error"/> is worded as upstream words it.</summary>
    public static bool TryToSelector(this LabelSelector? selector, [NotNullWhen(true)] out Selector? matching, [NotNullWhen(false)] out string? error)
    {
        (matching, error) = (selector is null ? Selector.Nothing : Selector.Everything, null);
        if (selector is null)
        {
            return true;
        }

        var requirements = new List<Requirement>();
        foreach (var (key, value) in selector.MatchLabels)
        {
            if (!TryAdd(requirements, key, SelectorOperator.Equals, [value], out error))
            {
                return false;
            }
        }

        foreach (var expression in selector.MatchExpressions)
        {
            SelectorOperator? @operator = expression.Operator switch
            {
                "In" => SelectorOperator.In,
                "NotIn" => SelectorOperator.NotIn,
                "Exists" => SelectorOperator.Exists,
                "DoesNotExist" => SelectorOperator.DoesNotExist,
                _ => null,
            };
            if (@operator is null)
            {
                error = $"{GoText.Quote(expression.Operator)} is not a valid label selector operator";
                return false;
            }

            if (!TryAdd(requirements, expression.Key, @operator.Value, expression.Values, out error))
            {
                return false;
            }
        }

        matching = requirements.Count == 0 ? Selector.Everything : Selector.From(requirements);
        return true;
    }

    /// <summary>The selector to match with; one that is not valid, which validation lets nobody store, selects nothing.</summary>
    public static Selector ToSelector(this LabelSelector? selector) => selector.TryToSelector(out var matching, out _) ? matching : Selector.Nothing;

    private static bool TryAdd(List<Requirement> requirements, string key, SelectorOperator @operator, ValueList<string> values, [NotNullWhen(false)] out string? error)
    {
        var requirement = Requirement.TryCreate(key, @operator, values, FieldPath.Root, out var errors);
        if (requirement is not null)
        {
            requirements.Add(requirement);
        }

        error = requirement is null ? errors.ToString() : null;
        return requirement is not null;
    }
}
