using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Cybernetes.Api.AuthenticationV1;
using Cybernetes.Api.AuthorizationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Kubelet.ControlPlane;
using Cybernetes.Pki;
using Microsoft.AspNetCore.Http;

namespace Cybernetes.Kubelet.Serving;

/// <summary>Who asks, and whether they may: client certificates, reviewed tokens and anonymous; AlwaysAllow or reviewed access. Thread-safe.</summary>
internal sealed class KubeletAuth(KubeletOptions options, IControlPlane api, TimeProvider time)
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AllowedLife = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan DeniedLife = TimeSpan.FromSeconds(30);

    private readonly ReloadingFile<X509Certificate2Collection>? _authorities = options.ClientCaFile.Length > 0 ? CertificateFiles.WatchBundle(options.ClientCaFile, time) : null;
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, UserInfo? User)> _tokens = new();
    private readonly ConcurrentDictionary<(string, string, string), (DateTimeOffset Until, bool Allowed)> _access = new();

    /// <summary>Returns null when the request may go on, else the status and text of its refusal.</summary>
    public async Task<(int Status, string Text)?> CheckAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var user = await WhoAsync(http, cancellationToken).ConfigureAwait(false);
        if (user is null)
        {
            return (StatusCodes.Status401Unauthorized, "Unauthorized");
        }

        if (options.AuthorizationMode == "AlwaysAllow")
        {
            return null;
        }

        var verb = http.Request.Method switch { "POST" => "create", "PUT" => "update", "PATCH" => "patch", "DELETE" => "delete", _ => "get" };
        var subresources = Subresources(http.Request.Path.Value ?? "/");
        foreach (var subresource in subresources)
        {
            if (await MayAsync(user, verb, subresource, cancellationToken).ConfigureAwait(false))
            {
                return null;
            }
        }

        return (StatusCodes.Status403Forbidden, $"Forbidden (user={user.Username}, verb={verb}, resource=nodes, subresource(s)=[{string.Join(' ', subresources)}])");
    }

    /// <summary>The subresources of nodes of which one suffices for a path (KEP-2862 splits some off "proxy").</summary>
    internal static IReadOnlyList<string> Subresources(string path) => path switch
    {
        _ when path.StartsWith("/stats", StringComparison.Ordinal) => ["stats"],
        _ when path.StartsWith("/metrics", StringComparison.Ordinal) => ["metrics"],
        _ when path.StartsWith("/logs", StringComparison.Ordinal) => ["log"],
        _ when path.StartsWith("/checkpoint", StringComparison.Ordinal) => ["checkpoint"],
        "/healthz" or "/healthz/log" or "/healthz/ping" or "/healthz/syncloop" => ["healthz", "proxy"],
        "/pods" or "/runningpods/" => ["pods", "proxy"],
        "/configz" => ["configz", "proxy"],
        _ => ["proxy"],
    };

    private async Task<UserInfo?> WhoAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (_authorities?.Current is { } authorities && http.Connection.ClientCertificate is { } certificate && IsSignedBy(certificate, authorities))
        {
            var subject = DistinguishedName.Of(certificate);
            return new() { Username = subject.CommonName, Groups = [.. subject.Organizations, "system:authenticated"] };
        }

        var authorization = http.Request.Headers.Authorization.ToString();
        if (authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return options.WebhookAuthentication ? await ReviewAsync(authorization["Bearer ".Length..].Trim(), cancellationToken).ConfigureAwait(false) : null;
        }

        return options.AnonymousAuthentication ? new() { Username = "system:anonymous", Groups = ["system:unauthenticated"] } : null;
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

    private async Task<UserInfo?> ReviewAsync(string token, CancellationToken cancellationToken)
    {
        if (_tokens.TryGetValue(token, out var known) && time.GetUtcNow() < known.Until)
        {
            return known.User;
        }

        try
        {
            var review = await api.CreateAsync(new TokenReview { Spec = new() { Token = token } }, cancellationToken).ConfigureAwait(false);
            var user = review.Status.Authenticated ? review.Status.User : null;
            Trim(_tokens);
            _tokens[token] = (time.GetUtcNow() + TokenLife, user);
            return user;
        }
        catch (ControlPlaneException)
        {
            return null;
        }
    }

    private async Task<bool> MayAsync(UserInfo user, string verb, string subresource, CancellationToken cancellationToken)
    {
        var key = (user.Username + "\n" + string.Join('\n', user.Groups), verb, subresource);
        if (_access.TryGetValue(key, out var known) && time.GetUtcNow() < known.Until)
        {
            return known.Allowed;
        }

        try
        {
            var review = await api.CreateAsync(
                new SubjectAccessReview
                {
                    Spec = new()
                    {
                        User = user.Username,
                        Groups = user.Groups,
                        Uid = user.Uid,
                        ResourceAttributes = new() { Verb = verb, Version = "v1", Resource = "nodes", Subresource = subresource, Name = options.NodeName },
                    },
                },
                cancellationToken).ConfigureAwait(false);
            Trim(_access);
            _access[key] = (time.GetUtcNow() + (review.Status.Allowed ? AllowedLife : DeniedLife), review.Status.Allowed);
            return review.Status.Allowed;
        }
        catch (ControlPlaneException)
        {
            return false;
        }
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
