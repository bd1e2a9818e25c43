using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cybernetes.Api.CertificatesV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Kubelet.ControlPlane;
using Cybernetes.Kubelet.Volumes;
using Cybernetes.Pki;
using Cybernetes.Pki.Rotation;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Kubelet.Certificates;

/// <summary>
/// The certificate by which the kubelet shows that it is its node, asked for by a signing request and kept as
/// <c>kubelet-client-TIME.pem</c> with the key, to which <c>kubelet-client-current.pem</c> links. Not thread safe.
/// </summary>
internal sealed class ClientCertificate(string directory, string nodeName, TimeProvider time, ILogger log)
{
    private const string Signer = "kubernetes.io/kube-apiserver-client-kubelet";

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    /// <summary>What a kubeconfig names as client certificate and key.</summary>
    public string CurrentPath => Path.Combine(directory, "kubelet-client-current.pem");

    /// <summary>Asks for a certificate with a new key and waits until it is issued. Throws <see cref="ControlPlaneException"/>, also when it is denied.</summary>
    public async Task RequestAsync(IControlPlane api, CancellationToken cancellationToken)
    {
        using var key = KeyFactory.NewEcdsa();
        var pem = SigningRequest.Create(new("system:node:" + nodeName, ["system:nodes"]), key);
        var created = await api.CreateAsync(
            new CertificateSigningRequest
            {
                Metadata = new() { Name = "node-csr-" + Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(pem))[..16]) },
                Spec = new() { Request = Bytes.FromText(pem), SignerName = Signer, Usages = ["digital signature", "client auth"] },
            },
            cancellationToken).ConfigureAwait(false);
        CertificateLog.Asked(log, created.Metadata.Name);
        while (true)
        {
            var request = await api.GetAsync<CertificateSigningRequest>("", created.Metadata.Name, cancellationToken).ConfigureAwait(false)
                ?? throw new ControlPlaneException(404, "NotFound", $"certificate signing request {created.Metadata.Name} has been deleted");
            if (request.Status.Conditions.FirstOrDefault(c => c.Type is "Denied" or "Failed") is { } refused)
            {
                throw new ControlPlaneException(403, "Forbidden", $"certificate signing request {created.Metadata.Name} is {refused.Type.ToLowerInvariant()}, reason: {refused.Reason}, message: {refused.Message}");
            }

            if (request.Status.Certificate.Length > 0)
            {
                Store(System.Text.Encoding.UTF8.GetString(request.Status.Certificate.Span) + KeyFactory.ToPem(key));
                CertificateLog.Issued(log, CurrentPath);
                return;
            }

            await Task.Delay(Poll, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Renews the certificate when a third of its life is left, until cancelled.</summary>
    public async Task KeepAsync(IControlPlane api, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        do
        {
            try
            {
                if (Current() is not { } there || RenewalRule.IsDue(there, time.GetUtcNow()))
                {
                    await RequestAsync(api, cancellationToken).ConfigureAwait(false);
                }
            }
            catch (Exception e) when (e is ControlPlaneException or IOException)
            {
                CertificateLog.NotRenewed(log, e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The certificate in use; null where there is none that can be read.</summary>
    public X509Certificate2? Current()
    {
        try
        {
            return File.Exists(CurrentPath) ? X509Certificate2.CreateFromPem(File.ReadAllText(CurrentPath)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private void Store(string pem)
    {
        Directory.CreateDirectory(directory);
        var name = $"kubelet-client-{time.GetUtcNow():yyyy-MM-dd-HH-mm-ss}.pem";
        AtomicFile.Write(Path.Combine(directory, name), pem);
        var next = CurrentPath + ".next";
        File.Delete(next);
        File.CreateSymbolicLink(next, Path.Combine(directory, name));
        Links.Rename(next, CurrentPath);
    }
}
