using Cybernetes.ApiServer.Admission;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authentication.Certificates;
using Cybernetes.ApiServer.Authentication.Impersonation;
using Cybernetes.ApiServer.Authentication.Oidc;
using Cybernetes.ApiServer.Authentication.Tokens;
using Cybernetes.ApiServer.Authentication.Webhooks;
using Cybernetes.ApiServer.Authorization;
using Cybernetes.ApiServer.Authorization.Modes;
using Cybernetes.ApiServer.Authorization.Rbac;
using Cybernetes.ApiServer.Authorization.Reviews;
using Cybernetes.ApiServer.ClusterView;
using Cybernetes.ApiServer.FlowControl;
using Cybernetes.Pki;

namespace Cybernetes.ApiServer.Command;

/// <summary>The guards of a server: who asks, in whose name, whether they may, what may be written.</summary>
internal sealed record Guards(
    IAuthenticator Authenticator, Impersonator Impersonator, IAuthorizer Authorizer, AdmissionChain Admission,
    AccessReviews Access, IdentityReviews Identity, ServiceAccountTokenIssuer TokenIssuer)
{
    /// <summary>Priority and fairness; null when off.</summary>
    public FlowController? Flow { get; init; }

    public static Guards Make(ApiServerHost host, CachedCluster cluster, TimeProvider time)
    {
        var (options, guards) = (host.Options, host.Options.Guards);
        var tokenOptions = new ServiceAccountTokenOptions(() => host.Identity.ServiceAccounts)
        {
            Issuers = options.ServiceAccountIssuers,
            Audiences = guards.Audiences.Count > 0 ? guards.Audiences : [options.ServiceAccountIssuers[0]],
            MaxExpiration = guards.MaxTokenLife,
            ExtendExpiration = guards.ExtendTokenLife,
            Lookup = guards.TokenLookup,
        };
        var authentication = guards.AuthenticationFile.Length > 0 ? AuthenticationFile.Read(guards.AuthenticationFile, options.ServiceAccountIssuers) : null;
        var issuers = authentication?.Issuers ?? (guards.Oidc is { } oidc ? [oidc] : []);
        var tokens = new TokenUnion([.. TokenAuthenticators(options, tokenOptions, issuers, cluster, time)], time);
        var rbac = new RbacRules(cluster);
        var authorizations = guards.AuthorizationFile.Length > 0 ? AuthorizationFile.Read(guards.AuthorizationFile) : null;
        var modes = authorizations?.Modes ?? options.AuthorizationModes;
        var authorizer = authorizations is null
            ? AuthorizationModes.Create(modes, cluster, rbac, mode => OtherMode(mode, options, time))
            : AuthorizationModes.Create(authorizations, cluster, rbac, time, mode => OtherMode(mode, options, time));
        var admission = AdmissionFile.Configure(guards.AdmissionFile, new AdmissionContext(cluster, cluster, authorizer, time)
        {
            NotReadySeconds = guards.TolerationSeconds.NotReady,
            UnreachableSeconds = guards.TolerationSeconds.Unreachable,
            Escalation = modes.Contains("RBAC") ? new EscalationCheck(rbac, authorizer) : null,
        });
        return new Guards(
            new AuthenticationPipeline([.. Authenticators(host, tokens, time)], Anonymous(options, authentication)),
            new Impersonator(authorizer),
            authorizer,
            AdmissionPlugins.Create(options.EnabledAdmissionPlugins, options.DisabledAdmissionPlugins, admission),
            new AccessReviews(authorizer, authorizer),
            new IdentityReviews(tokens),
            new ServiceAccountTokenIssuer(tokenOptions, cluster, time))
        {
            Flow = guards.PriorityAndFairness ? new FlowController(cluster, guards.Seats, options.RequestTimeout / 4, time) : null,
        };
    }

    // A file that speaks of anonymous requests counts before the flag.
    private static AnonymousAuthenticator? Anonymous(ApiServerOptions options, AuthenticationFile? file) => file?.Anonymous switch
    {
        null => options.AnonymousAuth ? new() : null,
        { Enabled: false } => null,
        { Conditions.IsEmpty: true } => new(),
        { } some => new([.. some.Conditions.Select(condition => condition.Path)]),
    };

    private static IEnumerable<IAuthenticator> Authenticators(ApiServerHost host, ITokenAuthenticator tokens, TimeProvider time)
    {
        var guards = host.Options.Guards;
        if (guards.FrontProxyCaFile.Length > 0)
        {
            var authorities = CertificateFiles.WatchBundle(guards.FrontProxyCaFile, time);
            yield return new RequestHeaderAuthenticator(new CertificateVerifier(() => authorities.Current, time), guards.FrontProxy);
        }
        yield return new CertificateAuthenticator(new CertificateVerifier(() => host.Identity.ClientAuthorities, time));
        yield return new BearerAuthenticator(tokens);
    }

    private static IEnumerable<ITokenAuthenticator> TokenAuthenticators(ApiServerOptions options, ServiceAccountTokenOptions tokenOptions, IReadOnlyList<OidcOptions> issuers, CachedCluster cluster, TimeProvider time)
    {
        if (options.TokenAuthFile.Length > 0)
        {
            yield return StaticTokenAuthenticator.Parse(File.ReadAllText(options.TokenAuthFile));
        }
        yield return new ServiceAccountTokenAuthenticator(tokenOptions, cluster, time);
        if (options.Guards.BootstrapTokens)
        {
            yield return new BootstrapTokenAuthenticator(cluster, time);
        }
        foreach (var issuer in issuers)
        {
            yield return new OidcAuthenticator(issuer, time);
        }
        if (options.Guards.TokenWebhookFile.Length > 0)
        {
            yield return new WebhookTokenAuthenticator(WebhookClient.FromKubeconfig(options.Guards.TokenWebhookFile));
        }
    }

    private static IAuthorizer? OtherMode(string mode, ApiServerOptions options, TimeProvider time) => mode switch
    {
        "Webhook" when options.Guards.AuthorizationWebhookFile.Length > 0 => new WebhookAuthorizer(WebhookClient.FromKubeconfig(options.Guards.AuthorizationWebhookFile),
            options.Guards.AuthorizationWebhookTtl.Allowed, options.Guards.AuthorizationWebhookTtl.Refused, time),
        "Webhook" => throw new FormatException("authorization-mode Webhook's authorization config file not passed"),
        "ABAC" when options.AbacPolicyFile.Length > 0 => AbacAuthorizer.Parse(File.ReadAllText(options.AbacPolicyFile)),
        "ABAC" => throw new FormatException("authorization-mode ABAC's authorization policy file not passed"),
        _ => null,
    };
}
