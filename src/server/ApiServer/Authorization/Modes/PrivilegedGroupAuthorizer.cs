using Cybernetes.ApiServer.Authentication;

namespace Cybernetes.ApiServer.Authorization.Modes;

/// <summary>Lets system:masters do everything, whatever the configured modes say.</summary>
public sealed class PrivilegedGroupAuthorizer : IAuthorizer
{
    /// <inheritdoc/>
    public ValueTask<Verdict> AuthorizeAsync(AuthorizationAttributes attributes, CancellationToken cancellationToken) =>
        ValueTask.FromResult(attributes.User.InGroup(UserInfo.MastersGroup) ? Verdict.Allow() : Verdict.NoOpinion());
}
