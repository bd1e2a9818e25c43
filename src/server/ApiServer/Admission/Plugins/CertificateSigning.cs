using Cybernetes.Api.CertificatesV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Authorization;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Only who may sign for a signer writes certificates into its requests.</summary>
public sealed class CertificateSigning(IAuthorizer authorizer) : IAdmissionPlugin
{
    /// <inheritdoc/>
    public string Name => "CertificateSigning";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Update;

    /// <inheritdoc/>
    public async ValueTask<Status?> ValidateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (!attributes.IsFor("certificatesigningrequests", "status", "certificates.k8s.io") ||
            attributes.Object is not CertificateSigningRequest csr || attributes.OldObject is not CertificateSigningRequest old ||
            (csr.Status.Certificate == old.Status.Certificate && csr.Status.Conditions == old.Status.Conditions))
        {
            return null;
        }
        return await SignerAuthorization.MayAsync(authorizer, attributes.User, "sign", old.Spec.SignerName, cancellationToken).ConfigureAwait(false)
            ? null
            : Refusal.Forbidden(attributes, $"user not permitted to sign requests with signerName \"{old.Spec.SignerName}\"");
    }
}
