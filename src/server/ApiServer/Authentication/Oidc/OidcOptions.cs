namespace Cybernetes.ApiServer.Authentication.Oidc;

/// <summary>One OpenID Connect issuer (<c>--oidc-*</c>, or an entry of an AuthenticationConfiguration).</summary>
public sealed record OidcOptions(string IssuerUrl, IReadOnlyList<string> Audiences)
{
    /// <summary>Where the discovery document is, when not under the issuer.</summary>
    public string DiscoveryUrl { get; init; } = "";

    /// <summary>The claim that names the user.</summary>
    public string UsernameClaim { get; init; } = "sub";

    /// <summary>What stands before the name; null for the issuer and "#", unless the claim is "email".</summary>
    public string? UsernamePrefix { get; init; }

    /// <summary>The claim that holds groups; empty for none.</summary>
    public string GroupsClaim { get; init; } = "";

    /// <summary>What stands before each group.</summary>
    public string GroupsPrefix { get; init; } = "";

    /// <summary>The claim that holds the uid; empty for none.</summary>
    public string UidClaim { get; init; } = "";

    /// <summary>Claims that must have a value.</summary>
    public IReadOnlyDictionary<string, string> RequiredClaims { get; init; } = System.Collections.Frozen.FrozenDictionary<string, string>.Empty;

    /// <summary>What expressions say of the claims; null for nothing.</summary>
    public ClaimMapping? Mapping { get; init; }

    /// <summary>The algorithms taken.</summary>
    public IReadOnlyList<string> Algorithms { get; init; } = ["RS256"];

    /// <summary>The authorities of the issuer's certificate, as PEM; empty for the host's.</summary>
    public string CertificateAuthority { get; init; } = "";
}
