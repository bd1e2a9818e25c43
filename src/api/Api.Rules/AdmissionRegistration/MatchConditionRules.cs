using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Conditions, as CEL expressions, on the requests that a webhook or a policy is about.</summary>
internal static class MatchConditionRules
{
    private const int Most = 64;

    public static void Validate(ValueList<MatchCondition> conditions, FieldPath path, bool @params, ErrorList errors)
    {
        if (conditions.Count > Most)
        {
            errors.TooMany(path, conditions.Count, Most);
        }

        for (var i = 0; i < conditions.Count; i++)
        {
            var (condition, at) = (conditions[i], path.Index(i));
            var expression = condition.Expression.Trim();
            if (expression.Length == 0)
            {
                errors.Required(at.Child("expression"));
            }
            else
            {
                CelExpressionRules.Validate(expression, CelRequests.Names(@params, authorizer: true), at.Child("expression"), errors, CelType.Bool);
            }

            if (condition.Name.Length == 0)
            {
                errors.Required(at.Child("name"));
                continue;
            }

            Check.QualifiedName(condition.Name, at.Child("name"), errors);
            if (conditions.Take(i).Any(other => other.Name == condition.Name))
            {
                errors.Duplicate(at.Child("name"), condition.Name);
            }
        }
    }
}
