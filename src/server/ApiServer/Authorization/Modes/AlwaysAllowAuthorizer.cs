using Cybernetes.Api.RbacV1;
using Cybernetes.ApiServer.Authentication;

namespace Cybernetes.ApiServer.Authorization.Modes;

/// <summary><c>--authorization-mode=AlwaysAllow</c>.</summary>
public sealed class AlwaysAllowAuthorizer : IAuthorizer, IRuleResolver
{
    /// <inheritdoc/>
    public ValueTask<Verdict> AuthorizeAsync(AuthorizationAttributes attributes, CancellationToken cancellationToken) => ValueTask.FromResult(Verdict.Allow());

    /// <inheritdoc/>
    public ResolvedRules RulesFor(UserInfo user, string @namespace)
    {
        var rules = new ResolvedRules();
        rules.Add(PolicyRule.Empty with { Verbs = ["*"], ApiGroups = ["*"], Resources = ["*"] });
        rules.Add(PolicyRule.Empty with { Verbs = ["*"], NonResourceURLs = ["*"] });
        return rules;
    }
}
