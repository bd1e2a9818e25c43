using Cybernetes.ApiServer.Authentication;

namespace Cybernetes.ApiServer.Authorization.Modes;

/// <summary><c>--authorization-mode=AlwaysDeny</c>.</summary>
public sealed class AlwaysDenyAuthorizer : IAuthorizer, IRuleResolver
{
    /// <inheritdoc/>
    public ValueTask<Verdict> AuthorizeAsync(AuthorizationAttributes attributes, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Verdict.NoOpinion("Everything is forbidden."));

    /// <inheritdoc/>
    public ResolvedRules RulesFor(UserInfo user, string @namespace) => new();
}
