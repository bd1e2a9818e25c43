using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cybernetes.Store.Contract;

namespace Cybernetes.Store.Etcd.Tests;

/// <summary>etcd that speaks TLS and wants a client certificate.</summary>
public sealed class TlsTests : IAsyncLifetime
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("c8s-tls-");
    private EtcdCluster _cluster = null!; // set before the first test

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(EtcdCluster.IsInstalled, "etcd is not installed");
        using var ca = Authority("ca");
        using var other = Authority("other");
        Issue("server", ca);
        Issue("client", ca);
        _cluster = await EtcdCluster.StartAsync(
            1, ["--cert-file", Pem("server.crt"), "--key-file", Pem("server.key"), "--trusted-ca-file", Pem("ca.crt"), "--client-cert-auth"]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
        _directory.Delete(recursive: true);
    }

    [Fact]
    public async Task ClientWithACertificateReadsAndWrites()
    {
        await using var store = new EtcdStore(new EtcdOptions
        {
            Endpoints = [.. _cluster.Endpoints.Select(url => url["https://".Length..])],
            CaFile = Pem("ca.crt"),
            CertFile = Pem("client.crt"),
            KeyFile = Pem("client.key"),
        });
        await store.PutAsync("a", new byte[] { 1 });
        Assert.Equal(1, (await store.GetAsync("a")).Item!.Version);
    }

    [Theory]
    [InlineData("other.crt", true)]
    [InlineData("ca.crt", false)]
    public async Task WrongAuthorityOrNoCertificateIsRefused(string authority, bool withCertificate)
    {
        await using var store = new EtcdStore(new EtcdOptions
        {
            Endpoints = _cluster.Endpoints,
            CaFile = Pem(authority),
            CertFile = withCertificate ? Pem("client.crt") : null,
            KeyFile = withCertificate ? Pem("client.key") : null,
            CallTimeout = TimeSpan.FromSeconds(2),
        });
        var thrown = await Assert.ThrowsAsync<StoreException>(() => store.GetAsync("a").AsTask());
        Assert.Equal(StoreError.Unavailable, thrown.Error);
    }

    private string Pem(string name) => Path.Combine(_directory.FullName, name);

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
