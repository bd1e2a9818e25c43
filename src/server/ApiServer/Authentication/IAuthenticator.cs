namespace Cybernetes.ApiServer.Authentication;

/// <summary>Finds out who makes a request. Thread safe.</summary>
public interface IAuthenticator
{
    /// <summary>Looks at the request's credentials.</summary>
    ValueTask<AuthenticationResult> AuthenticateAsync(AuthenticationRequest request, CancellationToken cancellationToken);
}
