using Cybernetes.ApiServer.Admission;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authentication.Certificates;
using Cybernetes.ApiServer.Authorization;
using Cybernetes.ApiServer.Authorization.Modes;

namespace Cybernetes.ApiServer.Command;

/// <summary>The guards of a server: who asks, whether they may, what may be written.</summary>
internal sealed record Guards(IAuthenticator Authenticator, IAuthorizer Authorizer, AdmissionChain Admission)
{
    public static Guards Make(ApiServerHost host, TimeProvider time)
    {
        var certificates = new CertificateAuthenticator(new CertificateVerifier(() => host.Identity.ClientAuthorities, time));
        return new Guards(
            new AuthenticationPipeline([certificates], host.Options.AnonymousAuth ? new AnonymousAuthenticator() : null),
            new PrivilegedGroupAuthorizer(),
            new AdmissionChain([]));
    }
}
