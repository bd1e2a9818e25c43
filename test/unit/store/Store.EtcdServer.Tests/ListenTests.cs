using Cybernetes.Store.Embedded;

namespace Cybernetes.Store.EtcdServer.Tests;

public sealed class ListenTests
{
    [Theory]
    [InlineData("http://0.0.0.0:0", "without TLS only a loopback address is served")]
    [InlineData("https://127.0.0.1:0", "https needs a certificate")]
    [InlineData("tcp://127.0.0.1:0", "give unix:///path or https://host:port")]
    public async Task AddressesThatMayNotBeServedAreRefused(string url, string why)
    {
        await using var store = EmbeddedStore.InMemory();
        var thrown = await Assert.ThrowsAsync<StoreException>(() => EtcdApiServer.StartAsync(store, new EtcdServerOptions { ListenUrls = [url] }));
        Assert.Contains(why, thrown.Message);
    }

    [Fact]
    public async Task SocketIsItsOwnersOnly()
    {
        await using var served = await ServedStore.StartAsync();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(served.File("etcd.sock")));
    }
}
