namespace Cybernetes.Store.Etcd.Tests;

public sealed class EndpointTests
{
    [Theory]
    [InlineData("127.0.0.1:2379", false, "http://127.0.0.1:2379/", null)]
    [InlineData("127.0.0.1:2379", true, "https://127.0.0.1:2379/", null)]
    [InlineData("localhost", false, "http://localhost/", null)]
    [InlineData("http://etcd:2379", true, "http://etcd:2379/", null)]
    [InlineData("https://[::1]:2379", false, "https://[::1]:2379/", null)]
    [InlineData("unix:///run/etcd.sock", false, "http://localhost/", "/run/etcd.sock")]
    [InlineData("unixs:///run/etcd.sock", false, "https://localhost/", "/run/etcd.sock")]
    public void EndpointsAreUnderstood(string url, bool tls, string address, string? socket) =>
        Assert.Equal((new Uri(address), socket), Endpoint.Parse(url, tls));

    [Fact]
    public void UnknownSchemeIsRefused() => Assert.Throws<StoreException>(() => Endpoint.Parse("ftp://etcd", false));

    [Theory]
    [InlineData("3.4.23", false)]
    [InlineData("3.4.25", true)]
    [InlineData("3.5.7", false)]
    [InlineData("3.5.21", true)]
    [InlineData("3.6.0", true)]
    [InlineData("3.6.0-rc.1", true)]
    [InlineData("4.0.0", true)]
    public void OrderedProgressIsKnownByTheVersion(string version, bool has) => Assert.Equal(has, EtcdStore.HasOrderedProgress(version));
}
