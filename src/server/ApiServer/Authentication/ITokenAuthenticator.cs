namespace Cybernetes.ApiServer.Authentication;

/// <summary>Finds out whose bearer token it is. Thread safe.</summary>
public interface ITokenAuthenticator
{
    /// <summary>Looks at a token; <paramref name="audiences"/> are those one of which it must be good for (empty: the server's own).</summary>
    ValueTask<AuthenticationResult> AuthenticateTokenAsync(string token, IReadOnlyList<string> audiences, CancellationToken cancellationToken);
}
