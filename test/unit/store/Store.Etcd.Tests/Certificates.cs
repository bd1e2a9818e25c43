using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Cybernetes.Store.Etcd.Tests;

/// <summary>An authority, another one, and certificates of the first for a server and a client on loopback, as PEM files.</summary>
internal sealed class Certificates : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("c8s-tls-");

    public Certificates()
    {
        using var ca = Authority("ca");
        using var other = Authority("other");
        Issue("server", ca);
        Issue("client", ca);
    }

    /// <summary>etcd's flags for a server that wants client certificates.</summary>
    public string[] EtcdFlags =>
        ["--cert-file", Pem("server.crt"), "--key-file", Pem("server.key"), "--trusted-ca-file", Pem("ca.crt"), "--client-cert-auth"];

    public string Pem(string name) => Path.Combine(_directory.FullName, name);

    public void Dispose() => _directory.Delete(recursive: true);

    private X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Pem(name + ".crt"), certificate.ExportCertificatePem());
        return certificate;
    }

    private void Issue(string name, X509Certificate2 authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1"), new Oid("1.3.6.1.5.5.7.3.2")], false));
        using var certificate = request.Create(
            authority, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(12), RandomNumberGenerator.GetBytes(8));
        File.WriteAllText(Pem(name + ".crt"), certificate.ExportCertificatePem());
        File.WriteAllText(Pem(name + ".key"), key.ExportPkcs8PrivateKeyPem());
    }
}
