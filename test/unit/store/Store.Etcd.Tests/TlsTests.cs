using Cybernetes.Store.Contract;

namespace Cybernetes.Store.Etcd.Tests;

/// <summary>etcd that speaks TLS and wants a client certificate.</summary>
public sealed class TlsTests : IAsyncLifetime
{
    private readonly Certificates _certificates = new();
    private EtcdCluster _cluster = null!; // set before the first test

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(EtcdCluster.IsInstalled, "etcd is not installed");
        _cluster = await EtcdCluster.StartAsync(1, _certificates.EtcdFlags);
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
        _certificates.Dispose();
    }

    [Fact]
    public async Task ClientWithACertificateReadsAndWrites()
    {
        await using var store = new EtcdStore(new EtcdOptions
        {
            Endpoints = [.. _cluster.Endpoints.Select(url => url["https://".Length..])],
            CaFile = _certificates.Pem("ca.crt"),
            CertFile = _certificates.Pem("client.crt"),
            KeyFile = _certificates.Pem("client.key"),
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
            CaFile = _certificates.Pem(authority),
            CertFile = withCertificate ? _certificates.Pem("client.crt") : null,
            KeyFile = withCertificate ? _certificates.Pem("client.key") : null,
            CallTimeout = TimeSpan.FromSeconds(2),
        });
        var thrown = await Assert.ThrowsAsync<StoreException>(() => store.GetAsync("a").AsTask());
        Assert.Equal(StoreError.Unavailable, thrown.Error);
    }
}
