using Cybernetes.ApiServer.Authentication.Certificates;
using Cybernetes.ApiServer.Authentication.Oidc;

namespace Cybernetes.ApiServer.Command;

/// <summary>How the guards of a server are set up. Immutable.</summary>
public sealed record GuardOptions
{
    /// <summary>Whether bootstrap tokens are taken.</summary>
    public bool BootstrapTokens { get; init; } = true;

    /// <summary>The server's audiences; empty for the issuer.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>The longest life of a service account token; zero for no limit.</summary>
    public TimeSpan MaxTokenLife { get; init; }

    /// <summary>Whether pods' mounted tokens live a year.</summary>
    public bool ExtendTokenLife { get; init; } = true;

    /// <summary>Whether what a token is bound to must exist.</summary>
    public bool TokenLookup { get; init; } = true;

    /// <summary>Where the keys of service account tokens are published; empty for this server.</summary>
    public string JwksUri { get; init; } = "";

    /// <summary>The authorities of front proxies, as a file; empty for no front proxy.</summary>
    public string FrontProxyCaFile { get; init; } = "";

    /// <summary>The headers front proxies name users with.</summary>
    public RequestHeaderOptions FrontProxy { get; init; } = new();

    /// <summary>An OpenID Connect issuer; null for none.</summary>
    public OidcOptions? Oidc { get; init; }

    /// <summary>The kubeconfig of a token webhook; empty for none.</summary>
    public string TokenWebhookFile { get; init; } = "";

    /// <summary>The kubeconfig of an authorization webhook; empty for none.</summary>
    public string AuthorizationWebhookFile { get; init; } = "";

    /// <summary>How long the authorization webhook's yes and no are remembered.</summary>
    public (TimeSpan Allowed, TimeSpan Refused) AuthorizationWebhookTtl { get; init; } = (TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30));

    /// <summary>The AuthenticationConfiguration; empty for none.</summary>
    public string AuthenticationFile { get; init; } = "";

    /// <summary>The AuthorizationConfiguration; empty for none.</summary>
    public string AuthorizationFile { get; init; } = "";

    /// <summary>How many seconds pods stay on nodes that are not ready, and on those that cannot be reached.</summary>
    public (int NotReady, int Unreachable) TolerationSeconds { get; init; } = (300, 300);

    /// <summary>The AdmissionConfiguration; empty for none.</summary>
    public string AdmissionFile { get; init; } = "";

    /// <summary>Whether requests are shared out fairly.</summary>
    public bool PriorityAndFairness { get; init; } = true;

    /// <summary>How many requests run at once.</summary>
    public int Seats { get; init; } = 600;
}
