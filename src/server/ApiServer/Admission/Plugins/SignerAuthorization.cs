using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authorization;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Whether a user may approve or sign for a signer: by its name, or by all of its domain ("example.com/*").</summary>
internal static class SignerAuthorization
{
    public static async ValueTask<bool> MayAsync(IAuthorizer authorizer, UserInfo user, string verb, string signer, CancellationToken cancellationToken)
    {
        var slash = signer.IndexOf('/');
        string[] names = slash < 0 ? [signer] : [signer, signer[..slash] + "/*"];
        foreach (var name in names)
        {
            var verdict = await authorizer.AuthorizeAsync(new AuthorizationAttributes
            {
                User = user,
                Verb = verb,
                IsResourceRequest = true,
                ApiGroup = "certificates.k8s.io",
                ApiVersion = "*",
                Resource = "signers",
                Name = name,
            }, cancellationToken).ConfigureAwait(false);
            if (verdict.IsAllowed)
            {
                return true;
            }
        }
        return false;
    }
}
