using Cybernetes.Api.Machinery;
using Cybernetes.Api.RbacV1;

namespace Cybernetes.Api.Rules;

/// <summary>The rules within roles.</summary>
internal static class PolicyRules
{
    public static void Validate(ValueList<PolicyRule> rules, bool namespaced, ErrorList errors)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            One(rules[i], namespaced, FieldPath.Of("rules").Index(i), errors);
        }
    }

    private static void One(PolicyRule rule, bool namespaced, FieldPath at, ErrorList errors)
    {
        if (rule.Verbs.IsEmpty)
        {
            errors.Required(at.Child("verbs"), "verbs must contain at least one value");
        }

        if (!rule.NonResourceURLs.IsEmpty)
        {
            var (path, dump) = (at.Child("nonResourceURLs"), GoDump.List(rule.NonResourceURLs));
            if (namespaced)
            {
                errors.Invalid(path, dump, "namespaced rules cannot apply to non-resource URLs");
            }

            if (!rule.ApiGroups.IsEmpty || !rule.Resources.IsEmpty || !rule.ResourceNames.IsEmpty)
            {
                errors.Invalid(path, dump, "rules cannot apply to both regular resources and non-resource URLs");
            }

            return;
        }

        if (rule.ApiGroups.IsEmpty)
        {
            errors.Required(at.Child("apiGroups"), "resource rules must supply at least one api group");
        }

        if (rule.Resources.IsEmpty)
        {
            errors.Required(at.Child("resources"), "resource rules must supply at least one resource");
        }
    }
}
