using Cybernetes.Api.Machinery;
using Cybernetes.Api.RbacV1;
using Cybernetes.ApiServer.Authentication;

namespace Cybernetes.ApiServer.Authorization.Rbac;

/// <summary>Keeps users from granting what they do not hold: who writes a role or a binding needs its rules, or the verb escalate or bind.</summary>
public sealed class EscalationCheck(RbacRules rules, IAuthorizer authorizer)
{
    private const string ApiGroup = "rbac.authorization.k8s.io";

    /// <summary>The reason why <paramref name="user"/> may not write a role with these rules, or null. <paramref name="resource"/> is roles or clusterroles.</summary>
    public async ValueTask<string?> CheckRoleAsync(
        UserInfo user, string @namespace, string resource, string name, ValueList<PolicyRule> granted, bool aggregates, CancellationToken cancellationToken)
    {
        if (user.InGroup(UserInfo.MastersGroup) ||
            await MayAsync(user, "escalate", resource, @namespace, name, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }
        if (Missing(user, @namespace, granted) is { } missing)
        {
            return missing;
        }
        return aggregates && Missing(user, "", [FullResources, FullUrls]) is not null
            ? "must have cluster-admin privileges to use the aggregationRule"
            : null;
    }

    /// <summary>The reason why <paramref name="user"/> may not bind this role, or null.</summary>
    public async ValueTask<string?> CheckBindingAsync(UserInfo user, string @namespace, RoleRef role, CancellationToken cancellationToken)
    {
        if (user.InGroup(UserInfo.MastersGroup))
        {
            return null;
        }
        var resource = role.Kind == "ClusterRole" ? "clusterroles" : "roles";
        if (await MayAsync(user, "bind", resource, @namespace, role.Name, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }
        var (granted, error) = rules.RulesOf(role, @namespace);
        return error ?? Missing(user, @namespace, granted);
    }

    private static PolicyRule FullResources { get; } = PolicyRule.Empty with { Verbs = ["*"], ApiGroups = ["*"], Resources = ["*"] };

    private static PolicyRule FullUrls { get; } = PolicyRule.Empty with { Verbs = ["*"], NonResourceURLs = ["*"] };

    private async ValueTask<bool> MayAsync(UserInfo user, string verb, string resource, string @namespace, string name, CancellationToken cancellationToken)
    {
        var verdict = await authorizer.AuthorizeAsync(new AuthorizationAttributes
        {
            User = user,
            Verb = verb,
            IsResourceRequest = true,
            ApiGroup = ApiGroup,
            ApiVersion = "*",
            Resource = resource,
            Namespace = @namespace,
            Name = name,
        }, cancellationToken).ConfigureAwait(false);
        return verdict.IsAllowed;
    }

    private string? Missing(UserInfo user, string @namespace, ValueList<PolicyRule> granted)
    {
        var errors = new List<string>();
        var owned = new List<PolicyRule>();
        foreach (var grant in rules.For(user, @namespace))
        {
            if (grant.Rule is null)
            {
                errors.Add(grant.Error!);
            }
            else
            {
                owned.Add(grant.Rule);
            }
        }
        var missing = RuleCoverage.Missing(owned, granted);
        if (missing.Count == 0)
        {
            return null;
        }
        var descriptions = RuleCoverage.Compact(missing).Select(RuleCoverage.Describe).Distinct().Order(StringComparer.Ordinal);
        var text = $"user \"{user.Name}\" (groups=[{string.Join(' ', user.Groups.Select(g => $"\"{g}\""))}]) is attempting to grant RBAC permissions not currently held:\n{string.Join('\n', descriptions)}";
        return errors.Count == 0 ? text : $"{text}; resolution errors: [{string.Join(' ', errors)}]";
    }
}
