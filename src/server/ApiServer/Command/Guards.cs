using Cybernetes.ApiServer.Admission;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authentication.Certificates;
using Cybernetes.ApiServer.Authentication.Impersonation;
using Cybernetes.ApiServer.Authentication.Tokens;
using Cybernetes.ApiServer.Authorization;
using Cybernetes.ApiServer.Authorization.Modes;
using Cybernetes.ApiServer.Authorization.Rbac;
using Cybernetes.ApiServer.Authorization.Reviews;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Command;

/// <summary>The guards of a server: who asks, in whose name, whether they may, what may be written.</summary>
internal sealed record Guards(
    IAuthenticator Authenticator, Impersonator Impersonator, IAuthorizer Authorizer, AdmissionChain Admission,
    AccessReviews Access, IdentityReviews Identity, ServiceAccountTokenIssuer TokenIssuer)
{
    public static Guards Make(ApiServerHost host, CachedCluster cluster, TimeProvider time)
    {
        var options = host.Options;
        var tokenOptions = new ServiceAccountTokenOptions(host.Identity.ServiceAccounts)
        {
            Issuers = options.ServiceAccountIssuers,
            Audiences = [options.ServiceAccountIssuers[0]],
        };
        ITokenAuthenticator[] fixedTokens = options.TokenAuthFile.Length > 0 ? [StaticTokenAuthenticator.Parse(File.ReadAllText(options.TokenAuthFile))] : [];
        var tokens = new TokenUnion([.. fixedTokens, new ServiceAccountTokenAuthenticator(tokenOptions, cluster, time), new BootstrapTokenAuthenticator(cluster, time)], time);
        var certificates = new CertificateAuthenticator(new CertificateVerifier(() => host.Identity.ClientAuthorities, time));
        var rbac = new RbacRules(cluster);
        var authorizer = AuthorizationModes.Create(options.AuthorizationModes, cluster, rbac, mode =>
            mode == "ABAC" && options.AbacPolicyFile.Length > 0 ? AbacAuthorizer.Parse(File.ReadAllText(options.AbacPolicyFile)) : null);
        return new Guards(
            new AuthenticationPipeline([certificates, new BearerAuthenticator(tokens)], options.AnonymousAuth ? new AnonymousAuthenticator() : null),
            new Impersonator(authorizer),
            authorizer,
            AdmissionPlugins.Create(options.EnabledAdmissionPlugins, options.DisabledAdmissionPlugins, new AdmissionContext(cluster, cluster, authorizer, time)
            {
                Escalation = options.AuthorizationModes.Contains("RBAC") ? new EscalationCheck(rbac, authorizer) : null,
            }),
            new AccessReviews(authorizer, authorizer),
            new IdentityReviews(tokens),
            new ServiceAccountTokenIssuer(tokenOptions, cluster, time));
    }
}
