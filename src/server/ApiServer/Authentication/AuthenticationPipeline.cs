namespace Cybernetes.ApiServer.Authentication;

/// <summary>
/// All authenticators of a server in upstream's order: front proxy, client certificate, tokens, then anonymous. The first that knows the
/// user decides; bad credentials are an error even where anonymous requests are let in. Thread safe.
/// </summary>
public sealed class AuthenticationPipeline(IReadOnlyList<IAuthenticator> authenticators, IAuthenticator? anonymous) : IAuthenticator
{
    /// <inheritdoc/>
    public async ValueTask<AuthenticationResult> AuthenticateAsync(AuthenticationRequest request, CancellationToken cancellationToken)
    {
        List<string>? errors = null;
        foreach (var authenticator in authenticators)
        {
            var result = await authenticator.AuthenticateAsync(request, cancellationToken).ConfigureAwait(false);
            if (result.User is { } user)
            {
                request.Headers.Remove("Authorization");
                return result with { User = user.InGroup(UserInfo.UnauthenticatedGroup) ? user : user.WithGroup(UserInfo.AuthenticatedGroup) };
            }
            if (result.Error is { } error)
            {
                (errors ??= []).Add(error);
            }
        }
        if (errors is not null)
        {
            return AuthenticationResult.Fail(Authorization.AggregateErrors.Join(errors));
        }
        return anonymous is null ? AuthenticationResult.None : await anonymous.AuthenticateAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
