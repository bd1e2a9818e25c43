namespace Cybernetes.ApiServer.Authentication;

/// <summary>
/// What one authenticator says: a user; nothing (<see cref="None"/>: these are not credentials of mine); or an error (they are, and are bad),
/// after which the next authenticator is still asked.
/// </summary>
public readonly record struct AuthenticationResult(UserInfo? User, string? Error = null)
{
    /// <summary>No opinion.</summary>
    public static AuthenticationResult None => default;

    /// <summary>The audiences the credential is good for, when it is a token with audiences.</summary>
    public IReadOnlyList<string>? Audiences { get; init; }

    /// <summary>Bad credentials.</summary>
    public static AuthenticationResult Fail(string error) => new(null, error);
}
