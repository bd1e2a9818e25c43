using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.ClusterView;
using Cybernetes.Pki.Tokens;

namespace Cybernetes.ApiServer.Authentication.Tokens;

/// <summary>Service account tokens: signed by the cluster, for its audiences, and good as long as what they are bound to exists.</summary>
public sealed class ServiceAccountTokenAuthenticator(ServiceAccountTokenOptions options, IClusterView cluster, TimeProvider time) : ITokenAuthenticator
{
    private const string LegacyIssuer = "kubernetes/serviceaccount";
    private static readonly TimeSpan _leeway = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async ValueTask<AuthenticationResult> AuthenticateTokenAsync(string token, IReadOnlyList<string> audiences, CancellationToken cancellationToken)
    {
        // 1. Whose token is it?
        var parsed = JwtToken.TryParse(token);
        if (parsed is null || !(parsed.Issuer == LegacyIssuer || options.Issuers.Contains(parsed.Issuer)))
        {
            return AuthenticationResult.None;
        }
        // 2. Is it signed by a key of ours?
        if (!parsed.IsSignedBy(options.Keys.VerificationKeys))
        {
            return AuthenticationResult.Fail("invalid bearer token");
        }
        if (ServiceAccountClaims.Read(parsed) is not { } claims)
        {
            return AuthenticationResult.Fail("invalid bearer token");
        }
        // 3. Is it good for who asks?
        var good = claims.IsLegacy && parsed.Audiences.Count == 0 ? options.Audiences : parsed.Audiences;
        var wanted = audiences.Count == 0 ? options.Audiences : audiences;
        var matching = wanted.Intersect(good).ToArray();
        if (matching.Length == 0)
        {
            return AuthenticationResult.Fail($"token audiences [{Quoted(good)}] is invalid for the target audiences [{Quoted(wanted)}]");
        }
        // 4. Is its time right?
        var now = time.GetUtcNow();
        if (parsed.Time("exp") is { } expiry && now > expiry + _leeway)
        {
            return AuthenticationResult.Fail("service account token has expired");
        }
        if (parsed.Time("nbf") is { } start && now < start - _leeway)
        {
            return AuthenticationResult.Fail("service account token is not valid yet");
        }
        // 5. Does what it names still exist?
        if (options.Lookup && await CheckObjectsAsync(claims, cancellationToken).ConfigureAwait(false) is { } error)
        {
            return AuthenticationResult.Fail(error);
        }
        return new AuthenticationResult(UserOf(claims, parsed.Text("jti"))) { Audiences = matching };
    }

    private async ValueTask<string?> CheckObjectsAsync(ServiceAccountClaims claims, CancellationToken cancellationToken)
    {
        var account = await FindAsync<ServiceAccount>(claims.Namespace, claims.AccountName, cancellationToken).ConfigureAwait(false);
        if (account is null)
        {
            return $"serviceaccounts \"{claims.AccountName}\" not found";
        }
        if (IsGone(account.Metadata))
        {
            return "service account token has been invalidated";
        }
        if (claims.AccountUid.Length > 0 && account.Metadata.Uid != claims.AccountUid)
        {
            return $"service account UID ({account.Metadata.Uid}) does not match claim ({claims.AccountUid})";
        }
        if (claims.Secret is { } secretClaim)
        {
            var secret = await FindAsync<Secret>(claims.Namespace, secretClaim.Name, cancellationToken).ConfigureAwait(false);
            if (secret is null || IsGone(secret.Metadata))
            {
                return "service account token has been invalidated";
            }
            if (secretClaim.Uid.Length > 0 && secret.Metadata.Uid != secretClaim.Uid)
            {
                return $"secret UID ({secret.Metadata.Uid}) does not match service account secret ref claim ({secretClaim.Uid})";
            }
        }
        if (claims.Pod is { } podClaim)
        {
            var pod = await FindAsync<Pod>(claims.Namespace, podClaim.Name, cancellationToken).ConfigureAwait(false);
            if (pod is null || IsGone(pod.Metadata))
            {
                return "service account token has been invalidated";
            }
            if (podClaim.Uid.Length > 0 && pod.Metadata.Uid != podClaim.Uid)
            {
                return $"pod UID ({pod.Metadata.Uid}) does not match service account pod ref claim ({podClaim.Uid})";
            }
        }
        else if (claims.Node is { } nodeClaim)
        {
            var node = await FindAsync<Node>("", nodeClaim.Name, cancellationToken).ConfigureAwait(false);
            if (node is null || IsGone(node.Metadata) || (nodeClaim.Uid.Length > 0 && node.Metadata.Uid != nodeClaim.Uid))
            {
                return "service account token has been invalidated";
            }
        }
        return null;
    }

    private async ValueTask<T?> FindAsync<T>(string @namespace, string name, CancellationToken cancellationToken) where T : class, Api.IObject<T> =>
        cluster.Get<T>(@namespace, name) ?? await cluster.GetLiveAsync<T>(@namespace, name, cancellationToken).ConfigureAwait(false);

    // A minute's grace lets what is being deleted finish its work.
    private bool IsGone(ObjectMeta meta) =>
        meta.DeletionTimestamp is { } deleted && time.GetUtcNow() > deleted.Moment + _leeway;

    private static UserInfo UserOf(ServiceAccountClaims claims, string? id)
    {
        var extra = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        Add(UserExtra.CredentialId, string.IsNullOrEmpty(id) ? null : "JTI=" + id);
        Add(UserExtra.PodName, claims.Pod?.Name);
        Add(UserExtra.PodUid, claims.Pod?.Uid);
        Add(UserExtra.NodeName, claims.Node?.Name);
        Add(UserExtra.NodeUid, claims.Node?.Uid);
        return new UserInfo(ServiceAccountNames.UserName(claims.Namespace, claims.AccountName))
        {
            Uid = claims.AccountUid,
            Groups = ServiceAccountNames.Groups(claims.Namespace),
            Extra = extra,
        };

        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                extra[key] = [value];
            }
        }
    }

    private static string Quoted(IEnumerable<string> items) => string.Join(' ', items.Select(i => $"\"{i}\""));
}
