using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Which requests a webhook or a policy is about.</summary>
internal static class OperationRules
{
    private static readonly string[] _operations = ["*", "CONNECT", "CREATE", "DELETE", "UPDATE"];

    public static void Validate(RuleWithOperations rule, FieldPath at, ErrorList errors)
    {
        var (operations, path) = (rule.Operations, at.Child("operations"));
        if (operations.IsEmpty)
        {
            errors.Required(path);
        }

        if (operations.Count > 1 && operations.Contains("*"))
        {
            errors.Invalid(path, GoDump.List(operations), "if '*' is present, must not specify other operations");
        }

        for (var i = 0; i < operations.Count; i++)
        {
            Check.Supported(operations[i], path.Index(i), errors, _operations);
        }

        Match(rule.Rule, at, errors);
    }

    private static void Match(Rule rule, FieldPath at, ErrorList errors)
    {
        Some(rule.ApiGroups, at.Child("apiGroups"), "if '*' is present, must not specify other API groups", errors);
        Some(rule.ApiVersions, at.Child("apiVersions"), "if '*' is present, must not specify other API versions", errors);
        for (var i = 0; i < rule.ApiVersions.Count; i++)
        {
            Check.Required(rule.ApiVersions[i], at.Child("apiVersions").Index(i), errors);
        }

        Resources(rule.Resources, at.Child("resources"), errors);
        if (rule.Scope is { } scope)
        {
            Check.Supported(scope, at.Child("scope"), errors, "*", "Cluster", "Namespaced");
        }
    }

    private static void Some(ValueList<string> values, FieldPath path, string notAlone, ErrorList errors)
    {
        if (values.IsEmpty)
        {
            errors.Required(path);
        }

        if (values.Count > 1 && values.Contains("*"))
        {
            errors.Invalid(path, GoDump.List(values), notAlone);
        }
    }

    private static void Resources(ValueList<string> resources, FieldPath path, ErrorList errors)
    {
        if (resources.IsEmpty)
        {
            errors.Required(path);
        }

        var (anyOf, anyWith) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var plain = false;
        for (var i = 0; i < resources.Count; i++)
        {
            var resource = resources[i];
            if (resource.Length == 0)
            {
                errors.Required(path.Index(i));
                continue;
            }

            var slash = resource.IndexOf('/', StringComparison.Ordinal);
            if (slash < 0)
            {
                plain = resource != "*";
                continue;
            }

            var (name, sub) = (resource[..slash], resource[(slash + 1)..]);
            if (anyOf.Contains(name))
            {
                errors.Invalid(path.Index(i), resource, $"if '{name}/*' is present, must not specify {resource}");
            }

            if (anyWith.Contains(sub))
            {
                errors.Invalid(path.Index(i), resource, $"if '*/{sub}' is present, must not specify {resource}");
            }

            if (sub == "*")
            {
                anyOf.Add(name);
            }

            if (name == "*")
            {
                anyWith.Add(sub);
            }
        }

        if (resources.Count > 1 && resources.Contains("*/*"))
        {
            errors.Invalid(path, GoDump.List(resources), "if '*/*' is present, must not specify other resources");
        }

        if (plain && resources.Contains("*"))
        {
            errors.Invalid(path, GoDump.List(resources), "if '*' is present, must not specify other resources without subresources");
        }
    }
}
