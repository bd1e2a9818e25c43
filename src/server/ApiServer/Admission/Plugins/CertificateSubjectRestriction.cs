using System.Security.Cryptography;
using Cybernetes.Api.CertificatesV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.Pki;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Nobody asks the client signer for a certificate of system:masters.</summary>
public sealed class CertificateSubjectRestriction : IAdmissionPlugin
{
    private const string ClientSigner = "kubernetes.io/kube-apiserver-client";

    /// <inheritdoc/>
    public string Name => "CertificateSubjectRestriction";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create;

    /// <inheritdoc/>
    public ValueTask<Status?> ValidateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (!attributes.IsFor("certificatesigningrequests", group: "certificates.k8s.io") ||
            attributes.Object is not CertificateSigningRequest { Spec.SignerName: ClientSigner } csr)
        {
            return default;
        }
        try
        {
            return ValueTask.FromResult(SigningRequest.FromPem(csr.Spec.Request.ToString()).Subject.Organizations.Contains(UserInfo.MastersGroup)
                ? Refusal.Forbidden(attributes, $"use of {ClientSigner} signer with {UserInfo.MastersGroup} group is not allowed")
                : null);
        }
        catch (CryptographicException e)
        {
            return ValueTask.FromResult<Status?>(Refusal.Forbidden(attributes, $"unable to parse CSR: {e.Message}"));
        }
    }
}
