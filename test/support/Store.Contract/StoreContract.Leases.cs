namespace Cybernetes.Store.Contract;

public abstract partial class StoreContract
{
    private Task<LeaseStatus> GrantAsync(int seconds = 600) => Store.GrantLeaseAsync(TimeSpan.FromSeconds(seconds), default, Token).AsTask();

    [Fact]
    public async Task RevokedLeaseDeletesItsKeysInOneRevision()
    {
        var lease = (await GrantAsync()).Id;
        await PutAsync("a", "1", lease);
        await PutAsync("b", "1", lease);
        var before = await PutAsync("kept", "1");
        Assert.Equal(lease, (await Store.GetAsync(Key("a"), default, Token)).Item!.Lease);
        Assert.True(await Store.RevokeLeaseAsync(lease, Token));
        Assert.Equal("kept=1", await ListAsync());
        var batch = (await TakeAsync(new WatchRequest(Mine, before.Next()), 1))[0];
        Assert.Equal("-a -b", string.Join(' ', Show(batch).Split(' ').Order(StringComparer.Ordinal)));
        Assert.Equal(before.Next(), batch.Revision);
    }

    [Fact]
    public async Task KeyWrittenWithoutALeaseLeavesIt()
    {
        var lease = (await GrantAsync()).Id;
        var other = (await GrantAsync()).Id;
        await PutAsync("a", "1", lease);
        await PutAsync("a", "2");
        await PutAsync("b", "1", lease);
        await PutAsync("b", "2", other);
        await Store.RevokeLeaseAsync(lease, Token);
        Assert.Equal("a=2 b=2", await ListAsync());
        await Store.RevokeLeaseAsync(other, Token);
        Assert.Equal("a=2", await ListAsync());
    }

    [Fact]
    public async Task UnknownLeaseIsAnAnswerButNotAPlaceToPutAKey()
    {
        var id = new LeaseId(Random.Shared.NextInt64(1, long.MaxValue));
        Assert.False(await Store.RevokeLeaseAsync(id, Token));
        Assert.Null(await Store.KeepLeaseAliveAsync(id, Token));
        Assert.Null(await Store.GetLeaseAsync(id, false, Token));
        await ThrowsAsync(StoreError.LeaseNotFound, () => PutAsync("a", "1", id));
        Assert.Equal("", await ListAsync());
    }

    [Fact]
    public async Task LeaseTellsItsTimeAndItsKeys()
    {
        var id = new LeaseId(Random.Shared.NextInt64(1, long.MaxValue));
        var granted = await Store.GrantLeaseAsync(TimeSpan.FromSeconds(300), id, Token);
        await PutAsync("a", "1", id);
        await PutAsync("b", "1", id);
        var status = (await Store.GetLeaseAsync(id, true, Token))!;
        Assert.Equal((id, TimeSpan.FromSeconds(300)), (granted.Id, granted.GrantedTtl));
        Assert.Equal([Key("a"), Key("b")], status.Keys.Order());
        Assert.InRange(status.Remaining, TimeSpan.FromSeconds(200), TimeSpan.FromSeconds(300));
        Assert.Equal(TimeSpan.FromSeconds(300), await Store.KeepLeaseAliveAsync(id, Token));
        Assert.Contains(id, await Store.ListLeasesAsync(Token));
        await ThrowsAsync(StoreError.LeaseExists, () => Store.GrantLeaseAsync(TimeSpan.FromSeconds(300), id, Token).AsTask());
    }

    [Fact]
    public async Task LeaseThatIsNotRenewedEnds()
    {
        var lease = (await GrantAsync(2)).Id;
        var first = await PutAsync("a", "1", lease);
        Assert.Equal("-a", Show((await TakeAsync(new WatchRequest(Mine, first.Next()), 1))[0]));
        Assert.Null(await Store.GetLeaseAsync(lease, false, Token));
    }

    [Fact]
    public async Task StatusTellsTheRevision()
    {
        var revision = await PutAsync("a", "1");
        var status = await Store.GetStatusAsync(Token);
        Assert.True(status.Revision >= revision);
        Assert.NotEqual("", status.Version);
    }

    [Fact]
    public async Task SnapshotIsWrittenWhileTheStoreIsInUse()
    {
        await PutAsync("a", "1");
        using var snapshot = new MemoryStream();
        await Store.SnapshotAsync(snapshot, Token);
        Assert.True(snapshot.Length > 0);
        Assert.Equal("a=1", await ListAsync());
    }
}
