using System.Collections.Concurrent;

namespace Cybernetes.ApiServer.Authentication.Tokens;

/// <summary>Asks token authenticators in order; what one knows is remembered for a short time. Thread safe.</summary>
public sealed class TokenUnion(IReadOnlyList<ITokenAuthenticator> authenticators, TimeProvider time) : ITokenAuthenticator
{
    private const int MaxRemembered = 10_000;
    private static readonly TimeSpan _remember = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<(string Token, string Audiences), (AuthenticationResult Result, long At)> _known = new();

    /// <inheritdoc/>
    public async ValueTask<AuthenticationResult> AuthenticateTokenAsync(string token, IReadOnlyList<string> audiences, CancellationToken cancellationToken)
    {
        var key = (token, audiences.Count == 0 ? "" : string.Join('\0', audiences));
        if (_known.TryGetValue(key, out var known))
        {
            if (time.GetElapsedTime(known.At) < _remember)
            {
                return known.Result;
            }
            _known.TryRemove(key, out _);
        }
        List<string>? errors = null;
        foreach (var authenticator in authenticators)
        {
            var result = await authenticator.AuthenticateTokenAsync(token, audiences, cancellationToken).ConfigureAwait(false);
            if (result.User is not null)
            {
                if (_known.Count >= MaxRemembered)
                {
                    _known.Clear();
                }
                _known[key] = (result, time.GetTimestamp());
                return result;
            }
            if (result.Error is { } error)
            {
                (errors ??= []).Add(error);
            }
        }
        // Upstream ends its list with the token cache's own verdict.
        return errors is null ? AuthenticationResult.None : AuthenticationResult.Fail(Authorization.AggregateErrors.Join(["invalid bearer token", .. errors]));
    }
}
