using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cybernetes.Api.CertificatesV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Pki;

namespace Cybernetes.Agents;

/// <summary>Asks the cluster for a certificate (certificates.k8s.io/v1) and waits for it.</summary>
internal static class CertificateRequester
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Gives the certificate, joined with its new key. Throws <see cref="IOException"/> when it is refused or does not come.</summary>
    public static async Task<IssuedCertificate> RequestAsync(KubeClient client, string signer, string nodeName, string[] names, System.Net.IPAddress[] addresses, string usage, CancellationToken cancellationToken)
    {
        var key = KeyFactory.NewEcdsa();
        var pem = SigningRequest.Create(new DistinguishedName($"system:node:{nodeName}", ["system:nodes"]), key, names, addresses);
        var request = new CertificateSigningRequest
        {
            Metadata = new ObjectMeta { Name = "node-csr-" + RandomNumberGenerator.GetHexString(16, lowercase: true) },
            Spec = new CertificateSigningRequestSpec { Request = Bytes.FromText(pem), SignerName = signer, Usages = ["digital signature", usage] },
        };
        (await client.CreateAsync(request, cancellationToken: cancellationToken)).OrThrow();
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (TimeProvider.System.GetUtcNow() < deadline)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken);
            var there = (await client.GetAsync<CertificateSigningRequest>("", request.Metadata.Name, cancellationToken)).OrThrow();
            if (there.Status.Conditions.FirstOrDefault(condition => condition.Type is "Denied" or "Failed") is { } refusal)
            {
                throw new IOException($"the certificate request {request.Metadata.Name} was refused: {refusal.Reason} {refusal.Message}");
            }

            if (!there.Status.Certificate.IsEmpty)
            {
                return new IssuedCertificate(X509Certificate2.CreateFromPem(there.Status.Certificate.ToString()), key);
            }
        }

        throw new IOException($"the certificate request {request.Metadata.Name} was not answered within {Patience.TotalSeconds:0}s; `kubectl get csr` shows it, `kubectl certificate approve` approves it by hand");
    }
}
