namespace Cybernetes.Store.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task CompactedRevisionsCannotBeReadAndTheRestCan()
    {
        var first = await PutAsync("a", "1");
        await PutAsync("gone", "1");
        var kept = await PutAsync("a", "2");
        await Store.DeleteAsync(KeyRange.Single(Key("gone")), Token);
        await PutAsync("a", "3");
        await Store.CompactAsync(kept, Token);
        var thrown = await ThrowsAsync(StoreError.Compacted, () => Store.GetAsync(Key("a"), first, Token).AsTask());
        Assert.IsType<CompactedException>(thrown);
        await ThrowsAsync(StoreError.Compacted, () => Store.RangeAsync(new RangeRequest(Mine, first), Token).AsTask());
        Assert.Equal("a=2 gone=1", await ListAsync(kept));
        Assert.Equal("a=3", await ListAsync());
    }

    [Fact]
    public async Task WatchOfWhatIsCompactedIsToldFromWhereItCanBegin()
    {
        var first = await PutAsync("a", "1");
        await PutAsync("a", "2");
        var kept = await PutAsync("a", "3");
        await Store.CompactAsync(kept, Token);
        var thrown = await Assert.ThrowsAsync<CompactedException>(() => TakeAsync(new WatchRequest(Mine, first), 1));
        Assert.Equal(kept, thrown.CompactRevision);
        await PutAsync("a", "4");
        Assert.Equal(["~a=4"], (await TakeAsync(new WatchRequest(Mine, kept.Next()), 1)).Select(Show));
    }

    [Fact]
    public async Task IdleWatchOutlivesCompaction()
    {
        var first = await PutAsync("watched", "1");
        await using var watch = Store.WatchAsync(new WatchRequest(KeyRange.Single(Key("watched")), first), Token).GetAsyncEnumerator(Token);
        Assert.True(await watch.MoveNextAsync());
        Revision last = default;
        for (var i = 0; i < 20; i++)
        {
            last = await PutAsync("other", $"{i}");
        }
        await Store.CompactAsync(last, Token);
        await PutAsync("watched", "2");
        Assert.True(await watch.MoveNextAsync());
        Assert.Equal("~watched=2", Show(watch.Current));
    }

    [Fact]
    public async Task CompactionOfTheCompactedAndOfTheFutureIsRefused()
    {
        await PutAsync("a", "1");
        var kept = await PutAsync("a", "2");
        await Store.CompactAsync(kept, Token);
        await ThrowsAsync(StoreError.Compacted, () => Store.CompactAsync(kept, Token).AsTask());
        await ThrowsAsync(StoreError.FutureRevision, () => Store.CompactAsync(new Revision(kept.Value + 1000), Token).AsTask());
    }

    [Fact]
    public async Task KeyDeletedBeforeCompactionCanBeWrittenAgain()
    {
        await PutAsync("a", "1");
        await Store.DeleteAsync(Mine, Token);
        var last = await PutAsync("b", "1");
        await Store.CompactAsync(last, Token);
        var again = await Store.CreateAsync(Key("a"), Bytes("2"), default, Token);
        Assert.True(again.Succeeded);
        Assert.Equal("a=2 b=1", await ListAsync());
        Assert.Equal("b=1", await ListAsync(last));
    }
}
