using Cybernetes.Api.FlowControlV1;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authorization;

namespace Cybernetes.ApiServer.FlowControl;

/// <summary>Whether a FlowSchema is about a request, and to which of its flows it belongs. Pure.</summary>
internal static class FlowMatch
{
    public static bool Matches(FlowSchema schema, AuthorizationAttributes attributes) =>
        schema.Spec.Rules.Any(rule => rule.Subjects.Any(s => Matches(s, attributes.User)) && (attributes.IsResourceRequest
            ? rule.ResourceRules.Any(r => Matches(r, attributes))
            : rule.NonResourceRules.Any(r => Has(r.Verbs, attributes.Verb) && r.NonResourceURLs.Any(url => MatchesPath(url, attributes.Path)))));

    public static string Distinguisher(FlowSchema schema, AuthorizationAttributes attributes) => schema.Spec.DistinguisherMethod?.Type switch
    {
        "ByUser" => attributes.User.Name,
        "ByNamespace" => attributes.Namespace,
        _ => "",
    };

    private static bool Matches(Subject subject, UserInfo user) => subject.Kind switch
    {
        "User" => subject.User is { } named && (named.Name == "*" || named.Name == user.Name),
        "Group" => subject.Group is { } group && (group.Name == "*" || user.InGroup(group.Name)),
        "ServiceAccount" => subject.ServiceAccount is { } account && ServiceAccountNames.Split(user.Name) is { } split &&
            split.Namespace == account.Namespace && (account.Name == "*" || account.Name == split.Name),
        _ => false,
    };

    private static bool Matches(ResourcePolicyRule rule, AuthorizationAttributes a) =>
        Has(rule.Verbs, a.Verb) && Has(rule.ApiGroups, a.ApiGroup) && Has(rule.Resources, a.CombinedResource) &&
        (a.Namespace.Length == 0 ? rule.ClusterScope : Has(rule.Namespaces, a.Namespace));

    private static bool Has(ValueList<string> list, string item) => list.Any(each => each == "*" || each == item);

    private static bool MatchesPath(string pattern, string path) =>
        pattern == "*" || pattern == path || (pattern.EndsWith("/*", StringComparison.Ordinal) && path.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1)));
}
