using System.Text;
using Cybernetes.Store.Embedded;
using Cybernetes.Store.Embedded.Sqlite;

namespace Cybernetes.Store.Tests.Embedded;

/// <summary>What only a store with a file of its own does.</summary>
public sealed class EmbeddedStoreTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();
    private readonly ManualTime _time = new();

    private string Path => _scratch.File("state.db");

    public void Dispose() => _scratch.Dispose();

    private EmbeddedStore Open(EmbeddedStoreOptions? options = null) =>
        EmbeddedStore.Open(Path, (options ?? new EmbeddedStoreOptions()) with { TimeProvider = _time });

    private static async Task<Revision> PutAsync(IStore store, string key, string value, LeaseId lease = default) =>
        (await store.PutAsync(key, Encoding.UTF8.GetBytes(value), lease)).Revision;

    private static async Task<string> ListAsync(IStore store, Revision revision = default)
    {
        var items = (await store.RangeAsync(new RangeRequest(KeyRange.All, revision))).Items;
        return string.Join(' ', items.Select(item => $"{item.Key}={Encoding.UTF8.GetString(item.Value.Span)}@{item.ModRevision}v{item.Version}"));
    }

    private static async Task<List<WatchBatch>> TakeAsync(IStore store, WatchRequest request, int count) =>
        await store.WatchAsync(request).Take(count).ToListAsync();

    private long Rows()
    {
        using var database = new Database(Path, readOnly: true);
        return database.Number("SELECT count(*) FROM history");
    }

    private void Execute(string sql)
    {
        using var database = new Database(Path);
        database.Execute(sql);
    }

    [Fact]
    public async Task EmptyStoreStandsAtRevisionOne()
    {
        await using var store = Open();
        Assert.Equal(new Revision(1), store.CurrentRevision);
        Assert.Equal(new Revision(2), await PutAsync(store, "a", "1"));
    }

    [Fact]
    public async Task ReopenedStoreHasItsWholeHistory()
    {
        Revision first;
        await using (var store = Open())
        {
            first = await PutAsync(store, "a", "1");
            await PutAsync(store, "b", "1");
            await store.TxnAsync(new Txn { Then = [new PutOp("c", default), new DeleteOp(KeyRange.Single("b"))] });
            await PutAsync(store, "a", "2");
        }
        await using var again = Open();
        Assert.Equal("a=2@5v2 c=@4v1", await ListAsync(again));
        Assert.Equal("a=1@2v1 b=1@3v1", await ListAsync(again, new Revision(3)));
        Assert.Equal(new Revision(6), await PutAsync(again, "d", "1"));
        var batches = await TakeAsync(again, new WatchRequest(KeyRange.All, first, PrevKv: true), 5);
        Assert.Equal([1, 1, 2, 1, 1], batches.Select(batch => batch.Events.Count));
        Assert.Equal(2, batches[3].Events[0].PrevKv!.ModRevision.Value);
    }

    [Fact]
    public async Task ReopenedStoreAfterCompactionKeepsWhatWasKept()
    {
        await using (var store = Open())
        {
            await PutAsync(store, "a", "1");
            await PutAsync(store, "b", "1");
            await PutAsync(store, "a", "2");
            await store.DeleteAsync(KeyRange.Single("b"));
            await PutAsync(store, "a", "3");
            await store.CompactAsync(new Revision(5));
        }
        Assert.Equal(3, Rows());
        await using var again = Open();
        Assert.Equal("a=2@4v2", await ListAsync(again, new Revision(5)));
        Assert.Equal("a=3@6v3", await ListAsync(again));
        await Assert.ThrowsAsync<CompactedException>(() => ListAsync(again, new Revision(4)));
        var batches = await TakeAsync(again, new WatchRequest(KeyRange.All, new Revision(5)), 2);
        Assert.True(batches[0].Events[0].IsDelete);
        await again.CompactAsync(new Revision(6));
        Assert.Equal(1, Rows());
    }

    [Fact]
    public async Task CompactionCutShortIsFinishedWhenOpened()
    {
        await using (var store = Open())
        {
            for (var i = 0; i < 50; i++)
            {
                await PutAsync(store, $"k{i % 5}", $"{i}");
            }
            await store.DeleteAsync(KeyRange.Single("k0"));
            await PutAsync(store, "last", "1");
        }
        Execute("INSERT INTO meta VALUES('compacted',53),('revision',53)");
        await using (var again = Open())
        {
            Assert.Equal("k1=46@48v10 k2=47@49v10 k3=48@50v10 k4=49@51v10 last=1@53v1", await ListAsync(again));
            await PutAsync(again, "more", "1");
            await again.CompactAsync(new Revision(54));
        }
        Assert.Equal(6, Rows());
    }

    [Fact]
    public async Task FileShrinksAfterCompaction()
    {
        await using var store = Open();
        var value = new byte[10_000];
        for (var i = 0; i < 500; i++)
        {
            await store.PutAsync($"k{i % 10}", value);
        }
        var before = (await store.GetStatusAsync()).SizeBytes;
        await store.CompactAsync(store.CurrentRevision);
        var after = (await store.GetStatusAsync()).SizeBytes;
        Assert.InRange(after, 100_000, 300_000);
        Assert.True(before > 5_000_000);
    }

    [Fact]
    public async Task HistoryOlderThanTheIntervalIsForgottenByItself()
    {
        await using var store = Open(new EmbeddedStoreOptions { CompactionInterval = TimeSpan.FromMinutes(5) });
        var old = await PutAsync(store, "a", "1");
        var recent = await PutAsync(store, "a", "2");
        _time.Advance(TimeSpan.FromMinutes(5));
        await PutAsync(store, "a", "3");
        Assert.Equal("a=1@2v1", await ListAsync(store, old));
        _time.Advance(TimeSpan.FromMinutes(5));
        await PutAsync(store, "a", "4");
        await Assert.ThrowsAsync<CompactedException>(() => ListAsync(store, old));
        Assert.Equal("a=2@3v2", await ListAsync(store, recent));
    }

    [Fact]
    public async Task LeaseEndsWhenItsTimeIsOverUnlessRenewed()
    {
        await using var store = Open();
        var lease = (await store.GrantLeaseAsync(TimeSpan.FromSeconds(10))).Id;
        await PutAsync(store, "a", "1", lease);
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(TimeSpan.FromSeconds(1), (await store.GetLeaseAsync(lease))!.Remaining);
        await store.KeepLeaseAliveAsync(lease);
        _time.Advance(TimeSpan.FromSeconds(9));
        await PutAsync(store, "b", "1");
        Assert.Equal("a=1@2v1 b=1@3v1", await ListAsync(store));
        _time.Advance(TimeSpan.FromSeconds(2));
        await PutAsync(store, "b", "2");
        Assert.Equal("b=2@5v2", await ListAsync(store));
    }

    [Fact]
    public async Task ReopenedStoreGivesLeasesTheirFullTimeAgain()
    {
        LeaseId lease;
        await using (var store = Open())
        {
            lease = (await store.GrantLeaseAsync(TimeSpan.FromSeconds(10))).Id;
            await PutAsync(store, "a", "1", lease);
            _time.Advance(TimeSpan.FromSeconds(9));
        }
        await using var again = Open();
        Assert.Equal(TimeSpan.FromSeconds(10), (await again.GetLeaseAsync(lease, withKeys: true))!.Remaining);
        Assert.Equal([(StoreKey)"a"], (await again.GetLeaseAsync(lease, withKeys: true))!.Keys);
        _time.Advance(TimeSpan.FromSeconds(11));
        await PutAsync(again, "b", "1");
        Assert.Equal("b=1@4v1", await ListAsync(again));
    }

    [Fact]
    public async Task WatchersShareOneBatch()
    {
        await using var store = Open();
        var watches = Enumerable.Range(0, 10).Select(_ => TakeAsync(store, new WatchRequest(KeyRange.Prefix("a"), new Revision(2)), 1)).ToArray();
        await PutAsync(store, "a", "1");
        var batches = await Task.WhenAll(watches);
        Assert.All(batches, batch => Assert.Same(batches[0][0], batch[0]));
        Assert.Same(batches[0][0].Events[0].Item, (await store.GetAsync("a")).Item);
        Assert.Equal(0, store.WatcherCount);
    }

    [Fact]
    public async Task SlowWatcherIsEndedByCompaction()
    {
        await using var store = Open();
        var first = await PutAsync(store, "a", "0");
        await using var watch = store.WatchAsync(new WatchRequest(KeyRange.All, first)).GetAsyncEnumerator();
        Assert.True(await watch.MoveNextAsync());
        for (var i = 0; i < 2000; i++)
        {
            await PutAsync(store, "a", $"{i}");
        }
        await store.CompactAsync(store.CurrentRevision);
        await Assert.ThrowsAsync<CompactedException>(async () =>
        {
            while (await watch.MoveNextAsync())
            {
            }
        });
    }

    [Fact]
    public async Task SecondOpenIsKeptOut()
    {
        await using var store = Open();
        var thrown = Assert.Throws<StoreException>(() => Open());
        Assert.Contains("in use by another process", thrown.Message);
    }

    [Fact]
    public async Task ClosedStoreEndsWatchesAndRefusesWrites()
    {
        var store = Open();
        await PutAsync(store, "a", "1");
        var watch = TakeAsync(store, new WatchRequest(KeyRange.All), 1);
        await store.DisposeAsync();
        Assert.Equal(StoreError.Unavailable, (await Assert.ThrowsAsync<StoreException>(() => watch)).Error);
        Assert.Equal(StoreError.Unavailable, (await Assert.ThrowsAsync<StoreException>(() => PutAsync(store, "a", "2"))).Error);
    }

    [Fact]
    public async Task SnapshotOfAStoreInUseIsAStore()
    {
        await using var store = Open();
        await PutAsync(store, "a", "1");
        await PutAsync(store, "a", "2");
        await using (var snapshot = File.Create(_scratch.File("copy.db")))
        {
            await store.SnapshotAsync(snapshot);
        }
        await PutAsync(store, "a", "3");
        await using var copy = EmbeddedStore.Open(_scratch.File("copy.db"));
        Assert.Equal("a=2@3v2", await ListAsync(copy));
        Assert.Equal("a=1@2v1", await ListAsync(copy, new Revision(2)));
    }
}
