using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.Rules;

/// <summary>Which objects a policy or its binding is about, and what parameters it takes.</summary>
internal static class MatchResourcesRules
{
    public static MatchResources? Default(MatchResources? match) => match is null ? null : match with
    {
        MatchPolicy = match.MatchPolicy ?? "Equivalent",
        NamespaceSelector = match.NamespaceSelector ?? LabelSelector.Empty,
        ObjectSelector = match.ObjectSelector ?? LabelSelector.Empty,
        ResourceRules = match.ResourceRules.Update(Default),
        ExcludeResourceRules = match.ExcludeResourceRules.Update(Default),
    };

    public static RuleWithOperations Default(RuleWithOperations rule) => rule with { Rule = rule.Rule with { Scope = rule.Rule.Scope ?? "*" } };

    public static void Validate(MatchResources? match, FieldPath path, ErrorList errors)
    {
        if (match is null)
        {
            return;
        }

        if (match.MatchPolicy is not { } policy)
        {
            errors.Required(path.Child("matchPolicy"));
        }
        else
        {
            Check.Supported(policy, path.Child("matchPolicy"), errors, "Equivalent", "Exact");
        }

        Selector(match.NamespaceSelector, path.Child("namespaceSelector"), errors);
        Selector(match.ObjectSelector, path.Child("objectSelector"), errors);
        Rules(match.ResourceRules, path.Child("resourceRules"), errors);
        Rules(match.ExcludeResourceRules, path.Child("excludeResourceRules"), errors);
    }

    public static void Kind(ParamKind kind, FieldPath path, ErrorList errors)
    {
        var at = path.Child("apiVersion");
        var parts = kind.ApiVersion.Split('/');
        if (kind.ApiVersion.Length == 0)
        {
            errors.Required(at);
        }
        else if (parts.Length > 2)
        {
            errors.Invalid(at, kind.ApiVersion, $"unexpected GroupVersion string: {kind.ApiVersion}");
        }
        else
        {
            Version(kind.ApiVersion == "/" ? ["", ""] : parts, kind.ApiVersion, at, errors);
        }

        if (kind.Kind.Length == 0)
        {
            errors.Required(path.Child("kind"));
        }
        else if (Names.Dns1035Label(kind.Kind.ToLowerInvariant()) is { Count: > 0 } wrong)
        {
            errors.Invalid(path.Child("kind"), kind.Kind, "may have mixed case, but should otherwise match: " + string.Join(',', wrong));
        }
    }

    public static void Reference(ParamRef? reference, FieldPath path, ErrorList errors)
    {
        if (reference is null)
        {
            return;
        }

        var named = reference.Name.Length > 0;
        if (named)
        {
            errors.Invalid(path.Child("name"), reference.Name, NameRules.PathSegment(reference.Name, false));
            if (reference.Selector is not null)
            {
                errors.Forbidden(path.Child("name"), "name and selector are mutually exclusive");
            }
        }

        if (reference.Selector is not null)
        {
            Check.Selector(reference.Selector, path.Child("selector"), errors);
            if (named)
            {
                errors.Forbidden(path.Child("selector"), "name and selector are mutually exclusive");
            }
        }

        if (!named && reference.Selector is null)
        {
            errors.Required(path, "one of name or selector must be specified");
        }

        if (string.IsNullOrEmpty(reference.ParameterNotFoundAction))
        {
            errors.Required(path.Child("parameterNotFoundAction"));
        }
        else
        {
            Check.Supported(reference.ParameterNotFoundAction, path.Child("parameterNotFoundAction"), errors, "Deny", "Allow");
        }
    }

    private static NamedRuleWithOperations Default(NamedRuleWithOperations rule) => rule with { RuleWithOperations = Default(rule.RuleWithOperations) };

    private static void Version(string[] parts, string whole, FieldPath at, ErrorList errors)
    {
        var (group, version) = parts is [var only] ? ("", only) : (parts[0], parts[1]);
        if (group.Length > 0 && Names.Dns1123Subdomain(group) is { Count: > 0 } wrong)
        {
            errors.Invalid(at, group, string.Join(',', wrong));
        }

        if (version.Length == 0)
        {
            errors.Invalid(at, whole, "version must be specified");
        }
        else if (Names.Dns1035Label(version) is { Count: > 0 } bad)
        {
            errors.Invalid(at, version, string.Join(',', bad));
        }
    }

    private static void Selector(LabelSelector? selector, FieldPath path, ErrorList errors)
    {
        if (selector is null)
        {
            errors.Required(path);
        }
        else
        {
            Check.Selector(selector, path, errors);
        }
    }

    private static void Rules(ValueList<NamedRuleWithOperations> rules, FieldPath path, ErrorList errors)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            var (names, at) = (rules[i].ResourceNames, path.Index(i));
            for (var j = 0; j < names.Count; j++)
            {
                errors.Invalid(at.Child("resourceNames").Index(j), names[j], NameRules.PathSegment(names[j], false));
                if (names.Take(j).Contains(names[j]))
                {
                    errors.Duplicate(at.Child("resourceNames").Index(j), names[j]);
                }
            }

            OperationRules.Validate(rules[i].RuleWithOperations, at, errors);
        }
    }
}
