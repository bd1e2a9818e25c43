namespace Cybernetes.Store.Contract;

public abstract partial class StoreContract
{
    private async Task<Revision> PutLettersAsync()
    {
        Revision last = default;
        foreach (var name in new[] { "c", "a", "b", "ba" })
        {
            last = await PutAsync(name, name.ToUpperInvariant());
        }
        return last;
    }

    [Fact]
    public async Task RangeIsInKeyOrder()
    {
        await PutLettersAsync();
        Assert.Equal("a=A b=B ba=BA c=C", await ListAsync());
    }

    [Fact]
    public async Task RangeEndIsExcluded()
    {
        await PutLettersAsync();
        var result = await Store.RangeAsync(new RangeRequest(new KeyRange(Key("a"), Key("ba"))), Token);
        Assert.Equal("a=A b=B", Show(result.Items));
        Assert.Equal((2L, false), (result.Count, result.More));
    }

    [Fact]
    public async Task LimitCutsTheItemsButNotTheCount()
    {
        var revision = await PutLettersAsync();
        var result = await Store.RangeAsync(new RangeRequest(Mine, Limit: 3), Token);
        Assert.Equal("a=A b=B ba=BA", Show(result.Items));
        Assert.Equal((4L, true, revision), (result.Count, result.More, result.Revision));
        var all = await Store.RangeAsync(new RangeRequest(Mine, Limit: 4), Token);
        Assert.Equal((4L, false), (all.Count, all.More));
    }

    [Fact]
    public async Task CountOnlyAndKeysOnlyLeaveOutTheRest()
    {
        var revision = await PutLettersAsync();
        await Store.DeleteAsync(KeyRange.Single(Key("c")), Token);
        var count = await Store.RangeAsync(new RangeRequest(Mine, CountOnly: true), Token);
        var old = await Store.RangeAsync(new RangeRequest(Mine, revision, CountOnly: true), Token);
        var keys = await Store.RangeAsync(new RangeRequest(Mine, KeysOnly: true), Token);
        Assert.Equal((3L, 0, 4L), (count.Count, count.Items.Count, old.Count));
        Assert.Equal("a= b= ba=", Show(keys.Items));
        Assert.Equal(revision, keys.Items[2].ModRevision);
    }

    [Fact]
    public async Task RangeAtARevisionShowsWhatWasThen()
    {
        var first = await PutAsync("a", "1");
        var second = await PutAsync("b", "1");
        var third = await PutAsync("a", "2");
        await Store.DeleteAsync(KeyRange.Single(Key("b")), Token);
        Assert.Equal("a=1", await ListAsync(first));
        Assert.Equal("a=1 b=1", await ListAsync(second));
        Assert.Equal("a=2 b=1", await ListAsync(third));
        Assert.Equal("a=2", await ListAsync());
        Assert.Equal(("1", "1", "-"), (await ReadAsync("a", second), await ReadAsync("b", third), await ReadAsync("b")));
    }

    [Fact]
    public async Task PagesAtOneRevisionAreNotDisturbedByWrites()
    {
        var revision = await PutLettersAsync();
        var first = await Store.RangeAsync(new RangeRequest(Mine, Limit: 2), Token);
        await PutAsync("bb", "new");
        await Store.DeleteAsync(KeyRange.Single(Key("c")), Token);
        var rest = await Store.RangeAsync(
            new RangeRequest(Mine with { Start = first.Items[^1].Key.Next() }, first.Revision, Limit: 2), Token);
        Assert.Equal(revision, first.Revision);
        Assert.Equal("ba=BA c=C", Show(rest.Items));
        Assert.Equal((2L, false), (rest.Count, rest.More));
    }

    [Fact]
    public async Task ReadOfTheFutureIsRefused()
    {
        var now = await PutAsync("a", "1");
        var future = new Revision(now.Value + 1000);
        await ThrowsAsync(StoreError.FutureRevision, () => Store.GetAsync(Key("a"), future, Token).AsTask());
        await ThrowsAsync(StoreError.FutureRevision, () => Store.RangeAsync(new RangeRequest(Mine, future), Token).AsTask());
    }

    [Fact]
    public async Task ManyKeysComeBackInOrderWhateverTheOrderOfWriting()
    {
        var names = Enumerable.Range(0, 3000).Select(i => $"{(i * 7919) % 3000:d5}").ToArray();
        await Parallel.ForEachAsync(names, new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = Token },
            async (name, token) => await Store.PutAsync(Key(name), Bytes(name), default, token));
        await Store.DeleteAsync(new KeyRange(Key("00500"), Key("02500")), Token);
        var result = await Store.RangeAsync(new RangeRequest(Mine), Token);
        Assert.Equal(names.Order().Where(name => string.CompareOrdinal(name, "00500") < 0 || string.CompareOrdinal(name, "02500") >= 0), result.Items.Select(Text));
        var count = await Store.RangeAsync(new RangeRequest(Mine, CountOnly: true), Token);
        Assert.Equal(1000, count.Count);
    }
}
