using Cybernetes.Store.Embedded;

namespace Cybernetes.Store.EtcdServer.Tests;

/// <summary>An embedded store in a directory of its own, served on a Unix socket and a loopback port.</summary>
internal sealed class ServedStore : IAsyncDisposable
{
    private readonly DirectoryInfo _directory;

    public required EmbeddedStore Store { get; init; }

    public required EtcdApiServer Server { get; init; }

    public string File(string name) => Path.Combine(_directory.FullName, name);

    public string Socket => Server.Urls[0];

    public string Loopback => Server.Urls[1];

    public static async Task<ServedStore> StartAsync()
    {
        var directory = Directory.CreateTempSubdirectory("c8s-served-");
        var store = EmbeddedStore.Open(Path.Combine(directory.FullName, "state.db"));
        var server = await EtcdApiServer.StartAsync(
            store, new EtcdServerOptions { ListenUrls = [$"unix://{directory.FullName}/etcd.sock", "http://127.0.0.1:0"] });
        return new ServedStore(directory) { Store = store, Server = server };
    }

    private ServedStore(DirectoryInfo directory) => _directory = directory;

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Store.DisposeAsync();
        _directory.Delete(recursive: true);
    }
}
