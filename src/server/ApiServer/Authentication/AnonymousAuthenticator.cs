namespace Cybernetes.ApiServer.Authentication;

/// <summary>Takes every request as <c>system:anonymous</c>; with paths, only requests for exactly those.</summary>
public sealed class AnonymousAuthenticator(IReadOnlyList<string>? paths = null) : IAuthenticator
{
    /// <inheritdoc/>
    public ValueTask<AuthenticationResult> AuthenticateAsync(AuthenticationRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(paths is null || paths.Contains(request.Path) ? new AuthenticationResult(UserInfo.Anonymous) : AuthenticationResult.None);
}
