using Cybernetes.Api.CertificatesV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Authorization;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Only who may approve for a signer approves its requests.</summary>
public sealed class CertificateApproval(IAuthorizer authorizer) : IAdmissionPlugin
{
    /// <inheritdoc/>
    public string Name => "CertificateApproval";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Update;

    /// <inheritdoc/>
    public async ValueTask<Status?> ValidateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (!attributes.IsFor("certificatesigningrequests", "approval", "certificates.k8s.io") || attributes.OldObject is not CertificateSigningRequest old)
        {
            return null;
        }
        return await SignerAuthorization.MayAsync(authorizer, attributes.User, "approve", old.Spec.SignerName, cancellationToken).ConfigureAwait(false)
            ? null
            : Refusal.Forbidden(attributes, $"user not permitted to approve requests with signerName \"{old.Spec.SignerName}\"");
    }
}
