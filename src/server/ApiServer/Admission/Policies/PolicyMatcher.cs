using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.Policies;

/// <summary>Which requests a policy or its binding is about. Thread safe.</summary>
internal sealed class PolicyMatcher(IClusterView cluster)
{
    /// <summary>Whether a request is meant; what says nothing means all.</summary>
    public bool Matches(MatchResources? match, AdmissionAttributes attributes)
    {
        if (match is null)
        {
            return true;
        }
        return NamespaceMatches(match.NamespaceSelector, attributes)
            && ObjectMatches(match.ObjectSelector, attributes)
            && !match.ExcludeResourceRules.Any(rule => Matches(rule, match.MatchPolicy, attributes))
            && (match.ResourceRules.IsEmpty || match.ResourceRules.Any(rule => Matches(rule, match.MatchPolicy, attributes)));
    }

    private static bool Matches(NamedRuleWithOperations named, string? policy, AdmissionAttributes attributes)
    {
        var rule = named.RuleWithOperations.Rule;
        return Any(named.RuleWithOperations.Operations, attributes.Operation.ToString().ToUpperInvariant())
            && (named.ResourceNames.IsEmpty || named.ResourceNames.Contains(attributes.Name))
            && Any(rule.ApiGroups, attributes.Resource.Group)
            // Versions of one group show the same objects.
            && (policy != "Exact" || Any(rule.ApiVersions, attributes.Resource.Version))
            && (rule.Scope is null or "*" || rule.Scope == (IsClusterWide(attributes) ? "Cluster" : "Namespaced"))
            && rule.Resources.Any(resource => Means(resource, attributes));
    }

    private static bool IsClusterWide(AdmissionAttributes attributes) => attributes.Namespace.Length == 0 || attributes.Resource is { Group: "", Resource: "namespaces" };

    private static bool Any(ValueList<string> values, string value) => values.Contains("*") || values.Contains(value);

    private static bool Means(string rule, AdmissionAttributes attributes)
    {
        var slash = rule.IndexOf('/', StringComparison.Ordinal);
        var (resource, sub) = slash < 0 ? (rule, "") : (rule[..slash], rule[(slash + 1)..]);
        return (resource == "*" || resource == attributes.Resource.Resource) && (sub == attributes.Subresource || (sub == "*" && slash >= 0));
    }

    private bool NamespaceMatches(LabelSelector? selector, AdmissionAttributes attributes)
    {
        if (selector is null || (selector.MatchLabels.IsEmpty && selector.MatchExpressions.IsEmpty))
        {
            return true;
        }
        if (attributes.Resource is { Group: "", Resource: "namespaces" } && attributes.Object is Namespace own)
        {
            return selector.ToSelector().Matches(own.Metadata.Labels);
        }
        return attributes.Namespace.Length == 0 || (cluster.Get<Namespace>("", attributes.Namespace) is { } found && selector.ToSelector().Matches(found.Metadata.Labels));
    }

    private static bool ObjectMatches(LabelSelector? selector, AdmissionAttributes attributes) =>
        selector is null || (selector.MatchLabels.IsEmpty && selector.MatchExpressions.IsEmpty)
        || (attributes.Object is IObject now && selector.ToSelector().Matches(now.Metadata.Labels))
        || (attributes.OldObject is IObject old && selector.ToSelector().Matches(old.Metadata.Labels));
}
