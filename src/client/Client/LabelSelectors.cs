using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Client;

/// <summary>Label selectors of API objects as selectors that match.</summary>
public static class LabelSelectors
{
    /// <summary>
    /// The selector an object carries: null selects nothing, an empty one everything. A selector that validation would refuse selects nothing.
    /// </summary>
    public static Selector ToSelector(this LabelSelector? selector)
    {
        if (selector is null)
        {
            return Selector.Nothing;
        }

        if (selector.MatchLabels.IsEmpty && selector.MatchExpressions.IsEmpty)
        {
            return Selector.Everything;
        }

        var requirements = new List<Requirement>(selector.MatchLabels.Count + selector.MatchExpressions.Count);
        foreach (var (key, value) in selector.MatchLabels)
        {
            requirements.Add(Requirement.Trusted(key, SelectorOperator.Equals, [value]));
        }

        foreach (var expression in selector.MatchExpressions)
        {
            if (OperatorOf(expression.Operator) is not { } comparison)
            {
                return Selector.Nothing;
            }

            requirements.Add(Requirement.Trusted(expression.Key, comparison, expression.Values));
        }

        return Selector.From(requirements);
    }

    private static SelectorOperator? OperatorOf(string text) => text switch
    {
        "In" => SelectorOperator.In,
        "NotIn" => SelectorOperator.NotIn,
        "Exists" => SelectorOperator.Exists,
        "DoesNotExist" => SelectorOperator.DoesNotExist,
        _ => null,
    };
}
