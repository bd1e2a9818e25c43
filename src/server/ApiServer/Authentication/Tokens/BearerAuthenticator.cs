using System.Buffers.Text;
using System.Text;

namespace Cybernetes.ApiServer.Authentication.Tokens;

/// <summary>Bearer tokens, from the Authorization header or, for browsers' WebSockets, from the subprotocol list.</summary>
public sealed class BearerAuthenticator(ITokenAuthenticator tokens) : IAuthenticator
{
    private const string ProtocolHeader = "Sec-WebSocket-Protocol";
    private const string ProtocolPrefix = "base64url.bearer.authorization.k8s.io.";

    /// <inheritdoc/>
    public async ValueTask<AuthenticationResult> AuthenticateAsync(AuthenticationRequest request, CancellationToken cancellationToken)
    {
        var token = request.BearerToken;
        if (token is null && request.Headers.TryGetValue(ProtocolHeader, out var header))
        {
            (token, var error) = FromProtocols(header.ToString(), request);
            if (error is not null)
            {
                return AuthenticationResult.Fail(error);
            }
        }
        if (token is null)
        {
            return AuthenticationResult.None;
        }
        var result = await tokens.AuthenticateTokenAsync(token, [], cancellationToken).ConfigureAwait(false);
        return result.User is null && result.Error is null ? AuthenticationResult.Fail("invalid bearer token")
            : result.Error is { } why && result.User is null ? AuthenticationResult.Fail(why)
            : result;
    }

    private static (string? Token, string? Error) FromProtocols(string header, AuthenticationRequest request)
    {
        string? token = null;
        var others = new List<string>();
        foreach (var protocol in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!protocol.StartsWith(ProtocolPrefix, StringComparison.Ordinal))
            {
                others.Add(protocol);
                continue;
            }
            if (token is not null)
            {
                return (null, "multiple base64.bearer.authorization tokens specified");
            }
            try
            {
                token = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(protocol.AsSpan(ProtocolPrefix.Length)));
            }
            catch (FormatException)
            {
                return (null, "invalid base64.bearer.authorization token encoding");
            }
        }
        if (token is null)
        {
            return (null, null);
        }
        if (others.Count == 0)
        {
            return (null, "missing additional subprotocol");
        }
        request.Headers[ProtocolHeader] = string.Join(",", others);
        return (token, null);
    }
}
