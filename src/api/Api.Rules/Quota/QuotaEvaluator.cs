using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules.Quota;

/// <summary>
/// How objects of one resource count against quotas; admission and the quota controller count alike. This base counts objects
/// (<c>count/deployments.apps</c>, and the old names of the core group). Pure, thread safe.
/// </summary>
public class QuotaEvaluator
{
    private static readonly string[] _oldNames = ["configmaps", "resourcequotas", "replicationcontrollers", "secrets"];

    private protected QuotaEvaluator(GroupResource resource)
    {
        Resource = resource;
        CountName = "count/" + resource;
    }

    /// <summary>The resource.</summary>
    public GroupResource Resource { get; }

    /// <summary>The name of its object count.</summary>
    protected string CountName { get; }

    /// <summary>The evaluator of a resource; every namespaced resource has one.</summary>
    public static QuotaEvaluator For(GroupResource resource) => resource switch
    {
        { Group: "", Resource: "pods" } => new PodQuotaEvaluator(),
        { Group: "", Resource: "services" } => new ServiceQuotaEvaluator(),
        { Group: "", Resource: "persistentvolumeclaims" } => new ClaimQuotaEvaluator(),
        _ => new QuotaEvaluator(resource),
    };

    /// <summary>The resource a quota's entry counts (<c>count/x.group</c>, <c>pods</c>, <c>requests.storage</c> …), or null when unknown.</summary>
    public static GroupResource? ResourceOf(string quotaName)
    {
        if (quotaName.StartsWith("count/", StringComparison.Ordinal))
        {
            var rest = quotaName["count/".Length..];
            var dot = rest.IndexOf('.');
            return dot < 0 ? new GroupResource("", rest) : new GroupResource(rest[(dot + 1)..], rest[..dot]);
        }
        foreach (var name in (string[])["pods", "services", "persistentvolumeclaims"])
        {
            var resource = new GroupResource("", name);
            if (For(resource).Counts(quotaName))
            {
                return resource;
            }
        }
        return Array.IndexOf(_oldNames, quotaName) >= 0 ? new GroupResource("", quotaName) : null;
    }

    /// <summary>Whether an update can change what an object uses; a new object always does.</summary>
    public virtual bool HandlesUpdate(string subresource) => false;

    /// <summary>Whether a quota's entry is about this resource.</summary>
    public virtual bool Counts(string quotaName) => quotaName == CountName || (IsOld && quotaName == Resource.Resource);

    /// <summary>What an object uses.</summary>
    public virtual ValueMap<Quantity> Usage(IObject item, DateTimeOffset now)
    {
        var usage = ValueMap.Of((CountName, (Quantity)1));
        return IsOld ? usage.With(Resource.Resource, 1) : usage;
    }

    /// <summary>What an object must say for the given entries to be counted; null when it says it all.</summary>
    public virtual string? Constraint(IReadOnlySet<string> quotaNames, IObject item) => null;

    /// <summary>Whether a quota counts this object: it has an entry of the resource, and all its scopes fit.</summary>
    public bool Matches(ResourceQuotaSpec quota, ValueMap<Quantity> hard, IObject item) =>
        hard.Keys.Any(Counts) && ScopesOf(quota).All(scope => MatchesScope(scope, item));

    /// <summary>Whether an object is in a scope; resources without scopes are in none.</summary>
    protected virtual bool MatchesScope(ScopedResourceSelectorRequirement scope, IObject item) => false;

    private bool IsOld => Resource.Group.Length == 0 && Array.IndexOf(_oldNames, Resource.Resource) >= 0;

    private static IEnumerable<ScopedResourceSelectorRequirement> ScopesOf(ResourceQuotaSpec quota) =>
        quota.Scopes.Select(s => ScopedResourceSelectorRequirement.Empty with { ScopeName = s, Operator = "Exists" })
            .Concat(quota.ScopeSelector?.MatchExpressions ?? default);
}
