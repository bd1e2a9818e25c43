using System.Security.Cryptography.X509Certificates;
using Cybernetes.Configuration;
using Cybernetes.Pki;
using Cybernetes.Pki.Rotation;

namespace Cybernetes.Certificates;

/// <summary>A certificate of this machine's cluster.</summary>
/// <param name="Name">Its name for <c>c8s certs renew</c>.</param>
/// <param name="Authority">The name of the authority that signs it; empty for an authority.</param>
/// <param name="Read">Reads it; null where it is not there.</param>
/// <param name="Renew">Issues it again as it is; null where only its owner can.</param>
internal sealed record CertificateEntry(string Name, string Authority, Func<X509Certificate2?> Read, Action<CertificateAuthority>? Renew)
{
    /// <summary>All that a machine may have, authorities last.</summary>
    public static IReadOnlyList<CertificateEntry> All(ClusterOptions options, TimeProvider time)
    {
        var (pki, kubelet) = (options.PkiDirectory, Path.Combine(options.DataDirectory, "kubelet", "pki"));
        return
        [
            Kubeconfig("admin.kubeconfig", options.AdminKubeconfig, time),
            Leaf("apiserver", pki, "apiserver", "ca", time),
            Leaf("apiserver-kubelet-client", pki, "apiserver-kubelet-client", "ca", time),
            Leaf("front-proxy-client", pki, "front-proxy-client", "front-proxy-ca", time),
            Leaf("kubelet", kubelet, "kubelet", "ca", time),
            new("kubelet-client", "ca", () => First(Path.Combine(kubelet, "kubelet-client.crt")), null),
            new("ca", "", () => First(Path.Combine(pki, "ca.crt")), null),
            new("front-proxy-ca", "", () => First(Path.Combine(pki, "front-proxy-ca.crt")), null),
        ];
    }

    /// <summary>What an authority's name is in the file system.</summary>
    public static AuthorityFiles AuthorityOf(ClusterOptions options, string name, TimeProvider time) =>
        new(options.PkiDirectory, name, name == "ca" ? "kubernetes" : name, time);

    private static CertificateEntry Leaf(string name, string directory, string file, string authority, TimeProvider time)
    {
        var path = Path.Combine(directory, file + ".crt");
        return new(name, authority, () => First(path), signer => new LeafFiles(directory, file, time).Keep(signer, LeafFiles.TemplateOf(First(path)!), always: true));
    }

    private static CertificateEntry Kubeconfig(string name, string path, TimeProvider time)
    {
        var file = new KubeconfigFile(path, time);
        return new(name, "ca", file.Certificate, file.Renew);
    }

    private static X509Certificate2? First(string path) => File.Exists(path) ? CertificateFiles.LoadBundle(path)[0] : null;
}
