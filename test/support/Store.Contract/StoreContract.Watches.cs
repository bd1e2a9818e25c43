namespace Cybernetes.Store.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task WatchReplaysFromItsRevisionAndGoesOn()
    {
        var first = await PutAsync("a", "1");
        await PutAsync("a", "2");
        await Store.DeleteAsync(KeyRange.Single(Key("a")), Token);
        var watch = TakeAsync(new WatchRequest(Mine, first), 5);
        await PutAsync("b", "1");
        await PutAsync("a", "3");
        var batches = await watch;
        Assert.Equal(["+a=1", "~a=2", "-a", "+b=1", "+a=3"], batches.Select(Show));
        Assert.Equal(Enumerable.Range(0, 5).Select(i => first.Value + i), batches.Select(batch => batch.Revision.Value));
        Assert.Equal(first.Value + 2, batches[2].Events[0].Item.ModRevision.Value);
    }

    [Fact]
    public async Task WatchSeesOnlyItsRange()
    {
        var first = await PutAsync("a", "1");
        await PutAsync("b", "1");
        await PutAsync("c", "1");
        await PutAsync("b", "2");
        Assert.Equal(["+b=1", "~b=2"], (await TakeAsync(new WatchRequest(KeyRange.Single(Key("b")), first), 2)).Select(Show));
        Assert.Equal(["+b=1", "+c=1"], (await TakeAsync(new WatchRequest(KeyRange.From(Key("b")), first), 2)).Select(Show));
    }

    [Fact]
    public async Task WatchShowsWhatWasThereBefore()
    {
        var first = await PutAsync("a", "1");
        await PutAsync("a", "2");
        await Store.DeleteAsync(Mine, Token);
        var batches = await TakeAsync(new WatchRequest(Mine, first, PrevKv: true), 3);
        Assert.Equal(["-", "1", "2"], batches.Select(batch => Text(batch.Events[0].PrevKv)));
    }

    [Fact]
    public async Task TransactionIsOneBatch()
    {
        var first = await PutAsync("gone", "1");
        await TxnAsync(new Txn { Then = [new PutOp(Key("b"), Bytes("1")), new DeleteOp(KeyRange.Single(Key("gone"))), new PutOp(Key("a"), Bytes("1"))] });
        await PutAsync("c", "1");
        var batches = await TakeAsync(new WatchRequest(Mine, first), 3);
        Assert.Equal(3, batches[1].Events.Count);
        Assert.Equal(["+a=1", "+b=1", "-gone"], Show(batches[1]).Split(' ').Order(StringComparer.Ordinal));
        Assert.Equal("+c=1", Show(batches[2]));
        var part = await TakeAsync(new WatchRequest(KeyRange.Single(Key("a")), first), 1);
        Assert.Equal("+a=1", Show(part[0]));
    }

    [Fact]
    public async Task WatchFromTheFutureWaitsForIt()
    {
        var now = await PutAsync("a", "1");
        var watch = TakeAsync(new WatchRequest(Mine, new Revision(now.Value + 2)), 1);
        await PutAsync("a", "2");
        await PutAsync("a", "3");
        Assert.Equal("~a=3", Show((await watch)[0]));
    }

    [Fact]
    public async Task CancelledWatchEnds()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var first = await PutAsync("a", "1");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Store.WatchAsync(new WatchRequest(Mine, first), stop.Token))
            {
                await stop.CancelAsync();
            }
        });
        Assert.False(Token.IsCancellationRequested);
    }

    [Fact]
    public async Task ProgressIsToldWhenAskedForThoughNothingHappensInTheRange()
    {
        var first = await PutAsync("a", "1");
        var watch = Store.WatchAsync(new WatchRequest(KeyRange.Single(Key("a")), first, ProgressNotify: true), Token).GetAsyncEnumerator(Token);
        await using var _ = watch;
        Assert.True(await watch.MoveNextAsync());
        var other = await PutAsync("b", "1");
        Assert.SkipUnless(await Store.RequestProgressAsync(Token), "this etcd answers progress requests out of order: needs 3.4.25 or 3.5.8");
        do
        {
            Assert.True(await watch.MoveNextAsync());
            Assert.True(watch.Current.IsProgress);
        }
        while (watch.Current.Revision < other);
    }

    [Fact]
    public async Task EveryWatcherSeesEveryRevisionOnceInOrder()
    {
        const int watchers = 20, writers = 8, writes = 50;
        var first = (await PutAsync("start", "0")).Next();
        var watches = Enumerable.Range(0, watchers).Select(_ => TakeAsync(new WatchRequest(Mine, first), writers * writes)).ToArray();
        await Parallel.ForEachAsync(Enumerable.Range(0, writers), new ParallelOptions { MaxDegreeOfParallelism = writers, CancellationToken = Token },
            async (writer, token) =>
            {
                for (var i = 0; i < writes; i++)
                {
                    await Store.PutAsync(Key($"w{writer}"), Bytes($"{i}"), default, token);
                }
            });
        foreach (var batches in await Task.WhenAll(watches))
        {
            Assert.Equal(Enumerable.Range(0, writers * writes).Select(i => first.Value + i), batches.Select(batch => batch.Revision.Value));
            Assert.All(batches, batch => Assert.Equal(batch.Revision, Assert.Single(batch.Events).Item.ModRevision));
        }
    }

    [Fact]
    public async Task AWriteIsReadableWhenItsEventArrives()
    {
        var first = (await PutAsync("start", "0")).Next();
        var reader = Task.Run(async () =>
        {
            var seen = 0;
            await foreach (var batch in Store.WatchAsync(new WatchRequest(Mine, first), Token))
            {
                Assert.True(Store.CurrentRevision >= batch.Revision || batch.IsProgress);
                Assert.Equal(Text(batch.Events[0].Item), Text((await Store.GetAsync(batch.Events[0].Item.Key, batch.Revision, Token)).Item));
                if (++seen == 20)
                {
                    break;
                }
            }
        });
        for (var i = 0; i < 20; i++)
        {
            await PutAsync("a", $"{i}");
        }
        await reader;
    }
}
