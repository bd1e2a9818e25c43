using Cybernetes.Pki.Tokens;

namespace Cybernetes.ApiServer.Authentication.Tokens;

/// <summary>How service account tokens are made and taken.</summary>
public sealed record ServiceAccountTokenOptions(Func<ServiceAccountKeys> KeySource)
{
    /// <summary>With keys that never change.</summary>
    public ServiceAccountTokenOptions(ServiceAccountKeys keys)
        : this(() => keys)
    {
    }

    /// <summary>The keys of now.</summary>
    public ServiceAccountKeys Keys => KeySource();

    /// <summary>The first issues; all are accepted (<c>--service-account-issuer</c>).</summary>
    public IReadOnlyList<string> Issuers { get; init; } = ["https://kubernetes.default.svc.cluster.local"];

    /// <summary>The server's own audiences (<c>--api-audiences</c>); the issuers unless given.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = ["https://kubernetes.default.svc.cluster.local"];

    /// <summary>The longest life a token may have; zero for no limit (<c>--service-account-max-token-expiration</c>).</summary>
    public TimeSpan MaxExpiration { get; init; }

    /// <summary>Whether pods' mounted tokens live a year, with a warning after an hour (<c>--service-account-extend-token-expiration</c>).</summary>
    public bool ExtendExpiration { get; init; } = true;

    /// <summary>Whether the account and what a token is bound to must still exist (<c>--service-account-lookup</c>).</summary>
    public bool Lookup { get; init; } = true;
}
