using Cybernetes.Api.AuthorizationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Authentication;

namespace Cybernetes.ApiServer.Authorization.Reviews;

/// <summary>Turns what a review asks into what an authorizer answers.</summary>
internal static class ReviewAttributes
{
    public static AuthorizationAttributes Of(UserInfo user, ResourceAttributes? resource, NonResourceAttributes? path, List<string> errors) => resource is null
        ? new AuthorizationAttributes { User = user, Verb = path?.Verb ?? "", Path = path?.Path ?? "" }
        : new AuthorizationAttributes
        {
            User = user,
            Verb = resource.Verb,
            IsResourceRequest = true,
            Namespace = resource.Namespace,
            ApiGroup = resource.Group,
            ApiVersion = resource.Version.Length == 0 ? "*" : resource.Version,
            Resource = resource.Resource,
            Subresource = resource.Subresource,
            Name = resource.Name,
            FieldSelector = Fields(resource.FieldSelector, errors),
            LabelSelector = Labels(resource.LabelSelector, errors),
        };

    private static IReadOnlyList<SelectorRequirement> Fields(FieldSelectorAttributes? selector, List<string> errors)
    {
        if (selector is null)
        {
            return [];
        }
        if (selector.RawSelector.Length > 0)
        {
            if (FieldSelector.TryParse(selector.RawSelector, out var parsed, out _))
            {
                return [.. parsed.Requirements.Select(r => new SelectorRequirement(r.Field, r.Negated ? "NotIn" : "In", [r.Value]))];
            }
            errors.Add("spec.resourceAttributes.fieldSelector ignored due to parse error");
            return [];
        }
        var known = selector.Requirements.Where(r => r.Operator is "In" or "NotIn" && r.Values.Count == 1)
            .Select(r => new SelectorRequirement(r.Key, r.Operator, [r.Values[0]])).ToArray();
        if (known.Length != selector.Requirements.Count)
        {
            errors.Add("spec.resourceAttributes.fieldSelector ignored due to parse error");
        }
        return known;
    }

    private static IReadOnlyList<SelectorRequirement> Labels(LabelSelectorAttributes? selector, List<string> errors)
    {
        if (selector is null)
        {
            return [];
        }
        if (selector.RawSelector.Length > 0)
        {
            if (Selector.TryParse(selector.RawSelector, out var parsed, out _))
            {
                return [.. parsed.Requirements.Select(r => new SelectorRequirement(r.Key, r.Operator.ToString(), [.. r.Values]))];
            }
            errors.Add("spec.resourceAttributes.labelSelector ignored due to parse error");
            return [];
        }
        var known = selector.Requirements.Where(r => r.Operator is "In" or "NotIn" or "Exists" or "DoesNotExist")
            .Select(r => new SelectorRequirement(r.Key, r.Operator, [.. r.Values])).ToArray();
        if (known.Length != selector.Requirements.Count)
        {
            errors.Add("spec.resourceAttributes.labelSelector ignored due to parse error");
        }
        return known;
    }
}
