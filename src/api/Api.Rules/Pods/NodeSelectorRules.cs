using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>What is right and wrong for selections of nodes.</summary>
internal static class NodeSelectorRules
{
    public static void Validate(NodeSelector? selector, FieldPath path, ErrorList errors, bool anyValues = false)
    {
        if (selector is null)
        {
            return;
        }

        var terms = path.Child("nodeSelectorTerms");
        if (selector.NodeSelectorTerms.IsEmpty)
        {
            errors.Required(terms, "must have at least one node selector term");
        }

        for (var i = 0; i < selector.NodeSelectorTerms.Count; i++)
        {
            Term(selector.NodeSelectorTerms[i], anyValues, terms.Index(i), errors);
        }
    }

    public static void Term(NodeSelectorTerm term, bool anyValues, FieldPath path, ErrorList errors)
    {
        for (var i = 0; i < term.MatchExpressions.Count; i++)
        {
            Expression(term.MatchExpressions[i], anyValues, path.Child("matchExpressions").Index(i), errors);
        }

        for (var i = 0; i < term.MatchFields.Count; i++)
        {
            Field(term.MatchFields[i], path.Child("matchFields").Index(i), errors);
        }
    }

    private static void Expression(NodeSelectorRequirement row, bool anyValues, FieldPath at, ErrorList errors)
    {
        if (row.Operator is "Gt" or "Lt")
        {
            if (row.Values.Count != 1)
            {
                errors.Required(at.Child("values"), "must be specified single value when `operator` is 'Lt' or 'Gt'");
            }

            // Their key and values are checked as an Exists' key and an In's values are.
            Check.QualifiedName(row.Key, at.Child("key"), errors);
            for (var i = 0; i < row.Values.Count && !anyValues; i++)
            {
                errors.Invalid(at.Child("values").Index(i), row.Values[i], Names.LabelValue(row.Values[i]));
            }

            return;
        }

        Check.SelectorRow(row.Key, row.Operator, row.Values, at, errors, anyValues);
    }

    private static void Field(NodeSelectorRequirement row, FieldPath at, ErrorList errors)
    {
        if (row.Operator is not ("In" or "NotIn"))
        {
            errors.Invalid(at.Child("operator"), row.Operator, "not a valid selector operator");
        }
        else if (row.Values.Count != 1)
        {
            errors.Required(at.Child("values"), "must be only one value when `operator` is 'In' or 'NotIn' for node field selector");
        }

        if (row.Key != "metadata.name")
        {
            errors.Invalid(at.Child("key"), row.Key, "not a valid field selector key");
            return;
        }

        for (var i = 0; i < row.Values.Count; i++)
        {
            Check.Subdomain(row.Values[i], at.Child("values").Index(i), errors);
        }
    }
}
