using System.Text.RegularExpressions;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.Rules;

/// <summary>The conditions of later kinds, which share one type.</summary>
internal static partial class ConditionRules
{
    private const string ReasonForm = "[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?";

    public static void Validate(ValueList<Condition> conditions, FieldPath path, ErrorList errors)
    {
        for (var i = 0; i < conditions.Count; i++)
        {
            var at = path.Index(i);
            if (conditions.Take(i).Any(other => other.Type == conditions[i].Type))
            {
                errors.Duplicate(at.Child("type"), conditions[i].Type);
            }

            One(conditions[i], at, errors);
        }
    }

    private static void One(Condition condition, FieldPath at, ErrorList errors)
    {
        errors.Invalid(at.Child("type"), condition.Type, Names.QualifiedName(condition.Type));
        Check.Supported(condition.Status, at.Child("status"), errors, "False", "True", "Unknown");
        if (condition.ObservedGeneration < 0)
        {
            errors.Invalid(at.Child("observedGeneration"), condition.ObservedGeneration, "must be greater than or equal to zero");
        }

        if (condition.LastTransitionTime.IsZero)
        {
            errors.Required(at.Child("lastTransitionTime"), "must be set");
        }

        if (condition.Reason.Length == 0)
        {
            errors.Required(at.Child("reason"), "must be set");
        }
        else if (condition.Reason.Length > 1024)
        {
            errors.TooLong(at.Child("reason"), 1024);
        }
        else if (!Reason().IsMatch(condition.Reason))
        {
            errors.Invalid(at.Child("reason"), condition.Reason, Names.Regex("a condition reason must start with alphabetic character, optionally followed by a string of alphanumeric characters or '_,:', and must end with an alphanumeric character or '_'", ReasonForm, "my_name", "MY_NAME", "MyName", "ReasonA,ReasonB", "ReasonA:ReasonB"));
        }

        if (condition.Message.Length > 32 * 1024)
        {
            errors.TooLong(at.Child("message"), 32 * 1024);
        }
    }

    [GeneratedRegex("^" + ReasonForm + @"\z", RegexOptions.CultureInvariant)]
    private static partial Regex Reason();
}
