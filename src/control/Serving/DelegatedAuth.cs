using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Cybernetes.Api.AuthenticationV1;
using Cybernetes.Api.AuthorizationV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Client;
using Cybernetes.Pki;

namespace Cybernetes.Serving;

/// <summary>
/// Who asks a component, and whether they may: client certificates of the cluster's authority, tokens and access that the API server reviews,
/// answers kept for a short while. Thread safe.
/// </summary>
public sealed class DelegatedAuth(SecureServingOptions options, KubeClient client)
{
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, UserInfo? User)> _tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string User, string Verb, string Path), (DateTimeOffset Until, bool Allowed)> _access = [];
    private (DateTimeOffset Until, X509Certificate2Collection? Authorities) _authorities;

    private DateTimeOffset Now => client.Time.GetUtcNow();

    /// <summary>The user; null when the credentials shown are not believed.</summary>
    public async ValueTask<UserInfo?> AuthenticateAsync(X509Certificate2? certificate, string authorization, CancellationToken cancellationToken)
    {
        if (certificate is not null && await AuthoritiesAsync(cancellationToken).ConfigureAwait(false) is { } authorities && IsSignedBy(certificate, authorities))
        {
            var subject = DistinguishedName.Of(certificate);
            return new() { Username = subject.CommonName, Groups = [.. subject.Organizations, "system:authenticated"] };
        }

        return authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? await ReviewAsync(authorization["Bearer ".Length..].Trim(), cancellationToken).ConfigureAwait(false)
            : new() { Username = "system:anonymous", Groups = ["system:unauthenticated"] };
    }

    /// <summary>Whether a path needs no permission.</summary>
    public static bool IsAlwaysAllowed(IEnumerable<string> patterns, string path) =>
        patterns.Any(pattern => pattern.EndsWith('*') ? path.StartsWith(pattern[..^1], StringComparison.Ordinal) : path == pattern);

    /// <summary>Whether the user may.</summary>
    public async ValueTask<bool> AuthorizeAsync(UserInfo user, string verb, string path, CancellationToken cancellationToken)
    {
        if (IsAlwaysAllowed(options.AlwaysAllowPaths, path) || user.Groups.Contains("system:masters"))
        {
            return true;
        }

        var key = (user.Username + "\n" + string.Join('\n', user.Groups), verb, path);
        if (_access.TryGetValue(key, out var known) && Now < known.Until)
        {
            return known.Allowed;
        }

        var review = new SubjectAccessReview
        {
            Spec = new SubjectAccessReviewSpec
            {
                User = user.Username,
                Groups = user.Groups,
                Uid = user.Uid,
                NonResourceAttributes = new NonResourceAttributes { Path = path, Verb = verb },
            },
        };
        var result = await client.CreateAsync(review, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (result.Ok)
        {
            Trim(_access);
            _access[key] = (Now + options.CacheTtl, result.Value.Status.Allowed);
        }

        return result.Ok && result.Value.Status.Allowed;
    }

    private async ValueTask<UserInfo?> ReviewAsync(string token, CancellationToken cancellationToken)
    {
        if (_tokens.TryGetValue(token, out var known) && Now < known.Until)
        {
            return known.User;
        }

        var result = await client.CreateAsync(new TokenReview { Spec = new TokenReviewSpec { Token = token } }, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (!result.Ok)
        {
            return null;
        }

        var user = result.Value.Status.Authenticated ? result.Value.Status.User : null;
        Trim(_tokens);
        _tokens[token] = (Now + options.CacheTtl, user);
        return user;
    }

    // The authority of the file, or the one that the API server publishes for the servers around it.
    private async ValueTask<X509Certificate2Collection?> AuthoritiesAsync(CancellationToken cancellationToken)
    {
        var held = _authorities;
        if (Now < held.Until)
        {
            return held.Authorities;
        }

        X509Certificate2Collection? authorities = null;
        if (options.ClientCaFile.Length > 0)
        {
            authorities = CertificateFiles.LoadBundle(options.ClientCaFile);
        }
        else if (!options.SkipLookup)
        {
            var map = (await client.GetAsync<ConfigMap>("kube-system", "extension-apiserver-authentication", cancellationToken).ConfigureAwait(false)).OrNull();
            if (map?.Data.GetValueOrDefault("client-ca-file") is { Length: > 0 } pem)
            {
                authorities = [];
                authorities.ImportFromPem(pem);
            }
        }

        _authorities = (Now + TimeSpan.FromMinutes(1), authorities);
        return authorities;
    }

    private static bool IsSignedBy(X509Certificate2 certificate, X509Certificate2Collection authorities)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new("1.3.6.1.5.5.7.3.2"));
        return chain.Build(certificate);
    }

    private static void Trim<TKey, TValue>(ConcurrentDictionary<TKey, TValue> cache)
        where TKey : notnull
    {
        if (cache.Count > 1000)
        {
            cache.Clear();
        }
    }
}
