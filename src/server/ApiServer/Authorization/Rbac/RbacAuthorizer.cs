using Cybernetes.ApiServer.Authentication;

namespace Cybernetes.ApiServer.Authorization.Rbac;

/// <summary>Role-based access control: allows what some rule of the user allows, and never denies.</summary>
public sealed class RbacAuthorizer(RbacRules rules) : IAuthorizer, IRuleResolver
{
    /// <inheritdoc/>
    public ValueTask<Verdict> AuthorizeAsync(AuthorizationAttributes attributes, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Authorize(attributes));

    /// <summary>The same, at once.</summary>
    public Verdict Authorize(AuthorizationAttributes attributes)
    {
        List<string>? errors = null;
        foreach (var grant in rules.For(attributes.User, attributes.Namespace))
        {
            if (grant.Rule is null)
            {
                (errors ??= []).Add(grant.Error!);
            }
            else if (PolicyRules.Allows(grant.Rule, attributes))
            {
                return Verdict.Allow("RBAC: allowed by " + grant.Binding.Describe(grant.Subject));
            }
        }
        return Verdict.NoOpinion(errors is null ? "" : "RBAC: " + AggregateErrors.Join(errors));
    }

    /// <inheritdoc/>
    public ResolvedRules RulesFor(UserInfo user, string @namespace)
    {
        var errors = new List<string>();
        var resolved = new ResolvedRules();
        foreach (var grant in rules.For(user, @namespace))
        {
            if (grant.Rule is null)
            {
                errors.Add(grant.Error!);
            }
            else
            {
                resolved.Add(grant.Rule);
            }
        }
        resolved.Errors.AddRange(errors.Count == 0 ? [] : [AggregateErrors.Join(errors)]);
        return resolved;
    }
}
