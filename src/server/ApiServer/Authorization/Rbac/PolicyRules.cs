using Cybernetes.Api.Machinery;
using Cybernetes.Api.RbacV1;

namespace Cybernetes.ApiServer.Authorization.Rbac;

/// <summary>What a policy rule allows. Pure.</summary>
public static class PolicyRules
{
    /// <summary>Whether one rule allows the request.</summary>
    public static bool Allows(PolicyRule rule, AuthorizationAttributes attributes) => attributes.IsResourceRequest
        ? MatchesOrAll(rule.Verbs, attributes.Verb) &&
          MatchesOrAll(rule.ApiGroups, attributes.ApiGroup) &&
          MatchesResource(rule, attributes.Resource, attributes.Subresource) &&
          (rule.ResourceNames.IsEmpty || Has(rule.ResourceNames, attributes.Name))
        : MatchesOrAll(rule.Verbs, attributes.Verb) && MatchesUrl(rule, attributes.Path);

    /// <summary>Whether rules contain an item.</summary>
    public static bool Has(ValueList<string> list, string item)
    {
        foreach (var each in list)
        {
            if (each == item)
            {
                return true;
            }
        }
        return false;
    }

    private static bool MatchesOrAll(ValueList<string> list, string item)
    {
        foreach (var each in list)
        {
            if (each == "*" || each == item)
            {
                return true;
            }
        }
        return false;
    }

    // "pods", "pods/log", "*/scale" or "*"; "pods" alone says nothing about its subresources.
    private static bool MatchesResource(PolicyRule rule, string resource, string subresource)
    {
        foreach (var each in rule.Resources)
        {
            if (each == "*")
            {
                return true;
            }
            if (subresource.Length == 0)
            {
                if (each == resource)
                {
                    return true;
                }
                continue;
            }
            var text = each.AsSpan();
            var slash = text.IndexOf('/');
            if (slash > 0 && text[(slash + 1)..].SequenceEqual(subresource) && (text[..slash] is "*" || text[..slash].SequenceEqual(resource)))
            {
                return true;
            }
        }
        return false;
    }

    private static bool MatchesUrl(PolicyRule rule, string path)
    {
        foreach (var each in rule.NonResourceURLs)
        {
            if (each == "*" || each == path || (each.EndsWith('*') && path.AsSpan().StartsWith(each.AsSpan().TrimEnd('*'))))
            {
                return true;
            }
        }
        return false;
    }
}
