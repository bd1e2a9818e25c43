using System.Text;
using Cybernetes.Store.Contract;
using Cybernetes.Store.Embedded;
using Cybernetes.Store.Etcd;

namespace Cybernetes.Store.Tools.Tests;

public sealed class StoreCommandTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("c8s-tools-");
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    private string StorePath => Path("state.db");

    public void Dispose() => _directory.Delete(recursive: true);

    private string Path(string name) => System.IO.Path.Combine(_directory.FullName, name);

    private Task<int> RunAsync(params string[] args) => StoreCommand.RunAsync(args, StorePath, _output, _errors);

    /// <summary>A little of everything: overwritten, deleted, made again, leased, several in one transaction.</summary>
    private static async Task FillAsync(IStore store)
    {
        await store.GrantLeaseAsync(TimeSpan.FromSeconds(500), new LeaseId(77));
        for (var i = 0; i < 30; i++)
        {
            await store.PutAsync($"/registry/k{i % 7}", Encoding.UTF8.GetBytes($"v{i}"));
        }
        await store.DeleteAsync(KeyRange.Single("/registry/k0"));
        await store.PutAsync("/registry/leased", "x"u8.ToArray(), new LeaseId(77));
        await store.TxnAsync(new Txn { Then = [new PutOp("/registry/a", default), new PutOp("/registry/b", default), new DeleteOp(KeyRange.Single("/registry/k1"))] });
        await store.PutAsync("/registry/k0", "again"u8.ToArray());
    }

    private static async Task<string> ContentAsync(IStore store) => string.Join('\n', (await store.RangeAsync(new RangeRequest(KeyRange.All))).Items
        .Select(item => $"{item.Key}={Encoding.UTF8.GetString(item.Value.Span)} c{item.CreateRevision} m{item.ModRevision} v{item.Version} l{item.Lease}"));

    [Fact]
    public async Task SnapshotOfARunningStoreIsSavedCheckedAndRestored()
    {
        string content;
        await using (var store = EmbeddedStore.Open(StorePath))
        {
            await FillAsync(store);
            content = await ContentAsync(store);
            Assert.Equal(0, await RunAsync("snapshot", "save", Path("backup")));
            await store.DeleteAsync(KeyRange.All);
        }
        Assert.Equal(0, await RunAsync("snapshot", "status", Path("backup"), "-w", "json"));
        Assert.Contains("\"revision\":35,\"totalKey\":9", _output.ToString());
        Assert.Equal(0, await RunAsync("snapshot", "restore", Path("backup"), "--data", Path("new.db")));
        await using var restored = EmbeddedStore.Open(Path("new.db"));
        Assert.Equal(content, await ContentAsync(restored));
        Assert.Equal(new Revision(35), restored.CurrentRevision);
        Assert.Equal([(StoreKey)"/registry/leased"], (await restored.GetLeaseAsync(new LeaseId(77), withKeys: true))!.Keys);
        Assert.Equal("", _errors.ToString());
    }

    [Fact]
    public async Task RestoredSnapshotMayGoOnAtALaterRevision()
    {
        await using (var store = EmbeddedStore.Open(StorePath))
        {
            await FillAsync(store);
            await RunAsync("snapshot", "save", Path("backup"));
        }
        Assert.Equal(0, await RunAsync("snapshot", "restore", Path("backup"), "--data=" + Path("new.db"), "--bump-revision=1000"));
        await using var restored = EmbeddedStore.Open(Path("new.db"));
        Assert.Equal(1036, (await restored.PutAsync("/a", default)).Revision.Value);
        await Assert.ThrowsAsync<CompactedException>(() => restored.GetAsync("/a", new Revision(35)).AsTask());
    }

    [Fact]
    public async Task DamagedSnapshotIsRefusedAndNothingIsLeftBehind()
    {
        await using (var store = EmbeddedStore.Open(StorePath))
        {
            await FillAsync(store);
            await RunAsync("snapshot", "save", Path("backup"));
        }
        var bytes = await File.ReadAllBytesAsync(Path("backup"));
        bytes[^3000] ^= 1;
        bytes[^100] ^= 1;
        await File.WriteAllBytesAsync(Path("backup"), bytes[..^4096]);
        Assert.Equal(1, await RunAsync("snapshot", "restore", Path("backup"), "--data", Path("new.db")));
        Assert.Contains("is damaged", _errors.ToString());
        Assert.Empty(_directory.GetFiles("new.db*"));
    }

    [Fact]
    public async Task RestoreDoesNotOverwriteAStore()
    {
        await using (var store = EmbeddedStore.Open(StorePath))
        {
            await RunAsync("snapshot", "save", Path("backup"));
        }
        Assert.Equal(1, await RunAsync("snapshot", "restore", Path("backup")));
        Assert.Contains("exists", _errors.ToString());
    }

    [Theory]
    [InlineData("snapshot")]
    [InlineData("snapshot", "save", "x", "--nonsense", "1")]
    [InlineData("migrate", "--to-embedded", "x")]
    public async Task WrongUsageIsExplained(params string[] args)
    {
        Assert.Equal(2, await RunAsync(args));
        Assert.Contains("Usage:", _errors.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(35)]
    public async Task ClusterMovesToEtcdAndBackWithItsRevisionsAndLeases(long compacted)
    {
        Assert.SkipUnless(EtcdCluster.IsInstalled, "etcd is not installed");
        await using var cluster = await EtcdCluster.StartAsync(1);
        string content;
        await using (var store = EmbeddedStore.Open(StorePath))
        {
            await FillAsync(store);
            if (compacted > 0)
            {
                await store.CompactAsync(new Revision(compacted));
            }
            content = await ContentAsync(store);
        }
        Assert.Equal((0, ""), (await RunAsync("migrate", "--to-etcd", cluster.Endpoints[0]), _errors.ToString()));
        await using (var etcd = new EtcdStore(new EtcdOptions { Endpoints = cluster.Endpoints }))
        {
            Assert.Equal(content, await ContentAsync(etcd));
            Assert.Equal([(StoreKey)"/registry/leased"], (await etcd.GetLeaseAsync(new LeaseId(77), withKeys: true))!.Keys);
            Assert.InRange(etcd.CurrentRevision.Value, 35, 36);
        }
        Assert.Equal(0, await RunAsync("migrate", "--to-embedded", Path("back.db"), "--etcd-servers", cluster.Endpoints[0]));
        await using var back = EmbeddedStore.Open(Path("back.db"));
        Assert.Equal(content, await ContentAsync(back));
        Assert.Equal([(StoreKey)"/registry/leased"], (await back.GetLeaseAsync(new LeaseId(77), withKeys: true))!.Keys);
        Assert.Equal(1, await RunAsync("migrate", "--to-etcd", cluster.Endpoints[0]));
        Assert.Contains("only a new one", _errors.ToString());
    }
}
