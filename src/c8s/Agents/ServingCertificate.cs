using System.Net;
using System.Security.Cryptography;
using Cybernetes.Client;
using Cybernetes.Configuration;
using Cybernetes.Pki;
using Cybernetes.Pki.Rotation;

namespace Cybernetes.Agents;

/// <summary>What an agent's kubelet shows to who calls it: self-signed until the cluster has signed one, which is renewed in time. The kubelet follows the files.</summary>
internal sealed class ServingCertificate(ClusterOptions options, IPAddress address, TimeProvider time)
{
    private const string Signer = "kubernetes.io/kubelet-serving";
    private readonly LeafFiles _leaf = new(Path.Combine(options.DataDirectory, "kubelet", "pki"), "kubelet", time);

    /// <summary>The certificate.</summary>
    public string CertificatePath => _leaf.CertificatePath;

    /// <summary>The key.</summary>
    public string KeyPath => _leaf.KeyPath;

    private CertificateTemplate Template => new($"system:node:{options.NodeName}") { Organizations = ["system:nodes"], DnsNames = [options.NodeName], IpAddresses = [address], Purpose = KeyPurpose.Server };

    /// <summary>Makes a self-signed one where there is none that fits.</summary>
    public void Prepare()
    {
        if (!Fits(out _))
        {
            CertificateAuthority.Create($"{options.NodeName}-ca", time).Issue(Template).WriteTo(CertificatePath, KeyPath);
        }
    }

    /// <summary>Has the cluster sign one where the present one is our own or due. Says what was done.</summary>
    public async Task<string?> KeepAsync(KubeClient client, CancellationToken cancellationToken)
    {
        if (Fits(out var isOurs) && !isOurs)
        {
            return null;
        }

        var issued = await CertificateRequester.RequestAsync(client, Signer, options.NodeName, [options.NodeName], [address], "server auth", cancellationToken);
        issued.WriteTo(CertificatePath, KeyPath);
        return "the cluster signed the kubelet's certificate";
    }

    private bool Fits(out bool isOurs)
    {
        isOurs = true;
        if (!File.Exists(CertificatePath) || !File.Exists(KeyPath))
        {
            return false;
        }

        try
        {
            using var there = CertificateFiles.LoadPair(CertificatePath, KeyPath);
            isOurs = DistinguishedName.Parse(there.IssuerName.RawData).CommonName == $"{options.NodeName}-ca";
            var says = LeafFiles.TemplateOf(there);
            return !RenewalRule.IsDue(there, time.GetUtcNow()) && says.IpAddresses.Contains(address) && says.DnsNames.Contains(options.NodeName);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
