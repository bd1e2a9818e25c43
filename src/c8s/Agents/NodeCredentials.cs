using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cybernetes.Api.CoreV1;
using Cybernetes.Client;
using Cybernetes.Client.Configuration;
using Cybernetes.Client.Http;
using Cybernetes.Configuration;
using Cybernetes.Join;
using Cybernetes.Pki;
using Cybernetes.Pki.Rotation;

namespace Cybernetes.Agents;

/// <summary>
/// Who a joined node is: the authorities it believes, its client certificate. Got once with a token, kept in files, renewed with the certificate itself.
/// </summary>
internal sealed class NodeCredentials(ClusterOptions options, Uri server, TimeProvider time)
{
    private const string Signer = "kubernetes.io/kube-apiserver-client-kubelet";

    /// <summary>The authorities the node believes.</summary>
    public string AuthorityPath => Path.Combine(options.DataDirectory, "agent", "ca.crt");

    /// <summary>The node's certificate towards the server.</summary>
    public string CertificatePath => Path.Combine(PkiDirectory, "kubelet-client.crt");

    /// <summary>Its key.</summary>
    public string KeyPath => Path.Combine(PkiDirectory, "kubelet-client.key");

    private string PkiDirectory => Path.Combine(options.DataDirectory, "kubelet", "pki");

    /// <summary>The way to the server as the node; it follows the files.</summary>
    public ClientConfig Connection => new()
    {
        Server = server,
        CertificateAuthorityFile = AuthorityPath,
        ClientCertificateFile = CertificatePath,
        ClientKeyFile = KeyPath,
    };

    /// <summary>
    /// Joins, where the node has not joined yet: (1) asks anybody who answers for the authorities, (2) believes them only when their hash is the token's,
    /// (3) asks with the token for a certificate. Throws <see cref="IOException"/>, <see cref="FormatException"/> or <see cref="ApiException"/>.
    /// </summary>
    public async Task JoinAsync(CancellationToken cancellationToken)
    {
        if (HasCertificate())
        {
            return;
        }

        if (options.Token.Length == 0)
        {
            throw new IOException("this machine has not joined yet and no --token was given; `c8s token create` on a server makes one");
        }

        // 1
        var token = JoinToken.Parse(options.Token);
        var bundle = await AskForAuthoritiesAsync(new ClientConfig { Server = server, InsecureSkipTlsVerify = true }, cancellationToken);

        // 2
        var pinned = Read(bundle).Where(certificate => PublicKeyPin.Of(certificate) == "sha256:" + token.Pin).ToList();
        if (pinned.Count == 0)
        {
            throw new IOException($"{server} shows another authority than the token names: it is not the cluster that the token is of, or somebody stands in between");
        }

        // Others of the bundle are believed once a connection that the pinned one vouches for has shown them.
        AtomicFile.Write(AuthorityPath, pinned[0].ExportCertificatePem() + "\n", AtomicFile.WorldReadable);
        var secured = new ClientConfig { Server = server, CertificateAuthorityFile = AuthorityPath, BearerToken = token.Bearer };
        AtomicFile.Write(AuthorityPath, await AskForAuthoritiesAsync(secured, cancellationToken), AtomicFile.WorldReadable);

        // 3
        using var transport = new HttpApiTransport(secured);
        var issued = await CertificateRequester.RequestAsync(new KubeClient(transport), Signer, options.NodeName, [], [], "client auth", cancellationToken);
        issued.WriteTo(CertificatePath, KeyPath);
    }

    /// <summary>Renews the certificate when it is due, and follows the cluster's authorities. Says what was done.</summary>
    public async Task<string?> KeepAsync(KubeClient client, CancellationToken cancellationToken)
    {
        string? done = null;
        var info = (await client.GetAsync<ConfigMap>("kube-public", "cluster-info", cancellationToken)).OrThrow();
        var bundle = BundleOf(info);
        if (bundle != await File.ReadAllTextAsync(AuthorityPath, cancellationToken))
        {
            AtomicFile.Write(AuthorityPath, bundle, AtomicFile.WorldReadable);
            done = "the authorities of the cluster have changed";
        }

        using var certificate = CertificateFiles.LoadPair(CertificatePath, KeyPath);
        if (RenewalRule.IsDue(certificate, time.GetUtcNow()))
        {
            var issued = await CertificateRequester.RequestAsync(client, Signer, options.NodeName, [], [], "client auth", cancellationToken);
            issued.WriteTo(CertificatePath, KeyPath);
            done = "the node's certificate was renewed";
        }

        return done;
    }

    private static async Task<string> AskForAuthoritiesAsync(ClientConfig config, CancellationToken cancellationToken)
    {
        using var transport = new HttpApiTransport(config with { Timeout = TimeSpan.FromSeconds(20) });
        return BundleOf((await new KubeClient(transport).GetAsync<ConfigMap>("kube-public", "cluster-info", cancellationToken)).OrThrow());
    }

    private static string BundleOf(ConfigMap info)
    {
        var cluster = Kubeconfig.Parse(info.Data.GetValueOrDefault("kubeconfig") ?? "").Clusters.Values.FirstOrDefault();
        return cluster?.Value["certificate-authority-data"].AsString is { Length: > 0 } encoded
            ? System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(encoded))
            : throw new IOException("ConfigMap kube-public/cluster-info names no authority");
    }

    private static X509Certificate2Collection Read(string bundle)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(bundle);
        return certificates;
    }

    private bool HasCertificate()
    {
        if (!File.Exists(CertificatePath) || !File.Exists(KeyPath) || !File.Exists(AuthorityPath))
        {
            return false;
        }

        try
        {
            using var certificate = CertificateFiles.LoadPair(CertificatePath, KeyPath);
            return RenewalRule.ExpiryOf(certificate) > time.GetUtcNow() && DistinguishedName.Of(certificate).CommonName == $"system:node:{options.NodeName}";
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
