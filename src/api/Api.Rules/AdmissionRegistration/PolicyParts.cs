using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>What validating and mutating policies have in common.</summary>
internal static class PolicyParts
{
    private static readonly string[] _reserved =
    [
        "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace",
        "return", "var", "void", "while",
    ];

    public static void Failure(string? policy, FieldPath path, ErrorList errors)
    {
        if (policy is null)
        {
            errors.Required(path);
        }
        else
        {
            Check.Supported(policy, path, errors, "Fail", "Ignore");
        }
    }

    public static void Constraints(MatchResources? match, FieldPath path, ErrorList errors)
    {
        if (match is null)
        {
            errors.Required(path);
            return;
        }

        MatchResourcesRules.Validate(match, path, errors);
        if (match.ResourceRules.IsEmpty)
        {
            errors.Required(path.Child("resourceRules"));
        }
    }

    /// <summary>Checks the variables and adds each to the names that later expressions may use.</summary>
    public static void Variables(ValueList<Variable> variables, Dictionary<string, CelType> names, FieldPath path, ErrorList errors)
    {
        var known = new Dictionary<string, CelType>(StringComparer.Ordinal);
        if (!variables.IsEmpty)
        {
            names["variables"] = new("kubernetes.variables") { Fields = known };
        }

        for (var i = 0; i < variables.Count; i++)
        {
            var (variable, at) = (variables[i], path.Index(i));
            if (variable.Name.AsSpan().Trim().IsEmpty)
            {
                errors.Required(at.Child("name"), "name is not specified");
            }
            else if (!IsIdentifier(variable.Name))
            {
                errors.Invalid(at.Child("name"), variable.Name, "name is not a valid CEL identifier");
            }

            if (variable.Expression.AsSpan().Trim().IsEmpty)
            {
                errors.Required(at.Child("expression"), "expression is not specified");
            }
            else
            {
                CelExpressionRules.Validate(variable.Expression, names, at.Child("expression"), errors);
                known[variable.Name] = CelType.Dyn;
            }
        }
    }

    private static bool IsIdentifier(string name) =>
        (char.IsAsciiLetter(name[0]) || name[0] == '_') && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !_reserved.Contains(name);
}
