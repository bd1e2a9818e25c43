using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Cybernetes.Pki.Tokens;

namespace Cybernetes.ApiServer.Authentication.Oidc;

/// <summary>ID tokens of an OpenID Connect issuer. Its keys are fetched when first needed, and again when a token names an unknown one. Thread safe.</summary>
public sealed class OidcAuthenticator : ITokenAuthenticator, IDisposable
{
    private static readonly TimeSpan _fetchAgain = TimeSpan.FromSeconds(10);

    private readonly OidcOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;
    private readonly SemaphoreSlim _turn = new(1);
    private volatile IReadOnlyList<JwtKey> _keys = [];
    private long _fetchedAt;

    /// <summary>For one issuer.</summary>
    public OidcAuthenticator(OidcOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        var tls = new SslClientAuthenticationOptions();
        if (options.CertificateAuthority.Length > 0)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.ImportFromPem(options.CertificateAuthority);
            tls.CertificateChainPolicy = policy;
        }
        _client = new HttpClient(new SocketsHttpHandler { SslOptions = tls }) { Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <inheritdoc/>
    public async ValueTask<AuthenticationResult> AuthenticateTokenAsync(string token, IReadOnlyList<string> audiences, CancellationToken cancellationToken)
    {
        var parsed = JwtToken.TryParse(token);
        if (parsed is null || parsed.Issuer != _options.IssuerUrl)
        {
            return AuthenticationResult.None;
        }
        if (!_options.Algorithms.Contains(parsed.Algorithm))
        {
            return AuthenticationResult.Fail($"oidc: verify token: oidc: id token signed with unsupported algorithm, expected [{string.Join(' ', _options.Algorithms.Select(a => $"\"{a}\""))}] got \"{parsed.Algorithm}\"");
        }
        if (!await IsSignedAsync(parsed, cancellationToken).ConfigureAwait(false))
        {
            return AuthenticationResult.Fail("oidc: verify token: failed to verify signature: failed to verify id token signature");
        }
        var now = _time.GetUtcNow();
        if (parsed.Time("exp") is not { } expiry || now > expiry)
        {
            return AuthenticationResult.Fail("oidc: verify token: oidc: token is expired");
        }
        if (parsed.Time("nbf") is { } start && now < start.AddMinutes(-5))
        {
            return AuthenticationResult.Fail("oidc: verify token: oidc: current time before the nbf (not before) time");
        }
        if (!parsed.Audiences.Any(_options.Audiences.Contains))
        {
            return AuthenticationResult.Fail($"oidc: verify token: oidc: expected audience in [{string.Join(' ', _options.Audiences.Select(a => $"\"{a}\""))}] got [{string.Join(' ', parsed.Audiences.Select(a => $"\"{a}\""))}]");
        }
        return UserOf(parsed);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private AuthenticationResult UserOf(JwtToken token)
    {
        foreach (var (claim, value) in _options.RequiredClaims)
        {
            if (token.Text(claim) is not { } found)
            {
                return AuthenticationResult.Fail($"oidc: required claim {claim} not present in ID token");
            }
            if (found != value)
            {
                return AuthenticationResult.Fail($"oidc: required claim {claim} value does not match. Got = {found}, want = {value}");
            }
        }
        if (_options.UsernameClaim.Length == 0)
        {
            return _options.Mapping!.Apply(token, Result(token, ""));
        }
        if (token.Text(_options.UsernameClaim) is not { } name)
        {
            return AuthenticationResult.Fail($"oidc: parse username claims \"{_options.UsernameClaim}\": claim not present");
        }
        if (_options.UsernameClaim == "email" && token.Claims.TryGetProperty("email_verified", out var verified) && verified.ValueKind == JsonValueKind.False)
        {
            return AuthenticationResult.Fail("oidc: email not verified");
        }
        var prefix = _options.UsernamePrefix switch
        {
            "-" => "",
            null => _options.UsernameClaim == "email" ? "" : _options.IssuerUrl + "#",
            var given => given,
        };
        var result = Result(token, prefix + name);
        return _options.Mapping is { } mapping ? mapping.Apply(token, result) : result;
    }

    private AuthenticationResult Result(JwtToken token, string name) =>
        new(new UserInfo(name)
        {
            Uid = _options.UidClaim.Length > 0 ? token.Text(_options.UidClaim) ?? "" : "",
            Groups = [.. GroupsOf(token).Select(g => _options.GroupsPrefix + g)],
            Extra = token.Text("jti") is { Length: > 0 } id
                ? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [UserExtra.CredentialId] = ["JTI=" + id] }
                : new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal),
        })
        {
            Audiences = [.. token.Audiences.Where(_options.Audiences.Contains)],
        };

    private IEnumerable<string> GroupsOf(JwtToken token)
    {
        if (_options.GroupsClaim.Length == 0 || !token.Claims.TryGetProperty(_options.GroupsClaim, out var claim))
        {
            return [];
        }
        return claim.ValueKind switch
        {
            JsonValueKind.String => [claim.GetString()!],
            JsonValueKind.Array => claim.EnumerateArray().Where(g => g.ValueKind == JsonValueKind.String).Select(g => g.GetString()!),
            _ => [],
        };
    }

    private async ValueTask<bool> IsSignedAsync(JwtToken token, CancellationToken cancellationToken)
    {
        if (token.IsSignedBy(_keys))
        {
            return true;
        }
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_fetchedAt == 0 || _time.GetElapsedTime(_fetchedAt) > _fetchAgain)
            {
                _keys = await FetchAsync(cancellationToken).ConfigureAwait(false);
                _fetchedAt = _time.GetTimestamp();
            }
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or KeyNotFoundException or FormatException or TaskCanceledException)
        {
            return false;
        }
        finally
        {
            _turn.Release();
        }
        return token.IsSignedBy(_keys);
    }

    private async ValueTask<IReadOnlyList<JwtKey>> FetchAsync(CancellationToken cancellationToken)
    {
        var url = _options.DiscoveryUrl.Length > 0 ? _options.DiscoveryUrl : _options.IssuerUrl.TrimEnd('/') + "/.well-known/openid-configuration";
        using var document = JsonDocument.Parse(await _client.GetByteArrayAsync(url, cancellationToken).ConfigureAwait(false));
        var jwks = document.RootElement.GetProperty("jwks_uri").GetString()!;
        return JsonWebKeySet.Read(await _client.GetByteArrayAsync(jwks, cancellationToken).ConfigureAwait(false));
    }
}
