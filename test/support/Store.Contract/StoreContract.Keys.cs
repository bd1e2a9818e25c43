namespace Cybernetes.Store.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task GetOfAMissingKeyFindsNothingAndTellsTheRevision()
    {
        var written = await PutAsync("other", "x");
        var result = await Store.GetAsync(Key("missing"), default, Token);
        Assert.Null(result.Item);
        Assert.True(result.Revision >= written);
    }

    [Fact]
    public async Task CreatedKeyHasVersionOneAndTheRevisionOfItsTransaction()
    {
        var before = await PutAsync("a", "1");
        var created = await Store.CreateAsync(Key("b"), Bytes("2"), default, Token);
        var item = (await Store.GetAsync(Key("b"), default, Token)).Item!;
        Assert.True(created.Succeeded);
        Assert.Null(created.Item);
        Assert.Equal(before.Next(), created.Revision);
        Assert.Equal((created.Revision, created.Revision, 1L, "2"), (item.CreateRevision, item.ModRevision, item.Version, Text(item)));
        Assert.Equal(created.Revision, Store.CurrentRevision);
    }

    [Fact]
    public async Task CreateOfAnExistingKeyChangesNothingAndShowsIt()
    {
        var first = await PutAsync("a", "1");
        var second = await Store.CreateAsync(Key("a"), Bytes("2"), default, Token);
        Assert.False(second.Succeeded);
        Assert.Equal((first, "1"), (second.Item!.ModRevision, Text(second.Item)));
        Assert.Equal(first, (await Store.GetAsync(Key("a"), default, Token)).Revision);
    }

    [Fact]
    public async Task CompareAndSwapWritesOnlyOverTheExpectedRevision()
    {
        var first = await PutAsync("a", "1");
        var right = await Store.CompareAndSwapAsync(Key("a"), first, Bytes("2"), default, Token);
        var wrong = await Store.CompareAndSwapAsync(Key("a"), first, Bytes("3"), default, Token);
        Assert.Equal((true, first.Next(), "1"), (right.Succeeded, right.Revision, Text(right.Item)));
        Assert.Equal((false, "2"), (wrong.Succeeded, Text(wrong.Item)));
        var item = (await Store.GetAsync(Key("a"), default, Token)).Item!;
        Assert.Equal((first, first.Next(), 2L), (item.CreateRevision, item.ModRevision, item.Version));
    }

    [Fact]
    public async Task CompareAndSwapOfAMissingKeyShowsThatItIsMissing()
    {
        var first = await PutAsync("a", "1");
        await Store.DeleteAsync(KeyRange.Single(Key("a")), Token);
        var result = await Store.CompareAndSwapAsync(Key("a"), first, Bytes("2"), default, Token);
        Assert.False(result.Succeeded);
        Assert.Null(result.Item);
    }

    [Fact]
    public async Task CompareAndDeleteDeletesOnlyTheExpectedRevision()
    {
        var first = await PutAsync("a", "1");
        var second = await PutAsync("a", "2");
        var wrong = await Store.CompareAndDeleteAsync(Key("a"), first, Token);
        var right = await Store.CompareAndDeleteAsync(Key("a"), second, Token);
        Assert.Equal((false, "2"), (wrong.Succeeded, Text(wrong.Item)));
        Assert.Equal((true, second.Next(), "2"), (right.Succeeded, right.Revision, Text(right.Item)));
        Assert.Equal("-", await ReadAsync("a"));
    }

    [Fact]
    public async Task DeletedAndWrittenAgainIsANewKey()
    {
        await PutAsync("a", "1");
        await PutAsync("a", "2");
        await Store.DeleteAsync(KeyRange.Single(Key("a")), Token);
        var again = await PutAsync("a", "3");
        var item = (await Store.GetAsync(Key("a"), default, Token)).Item!;
        Assert.Equal((again, again, 1L), (item.CreateRevision, item.ModRevision, item.Version));
    }

    [Fact]
    public async Task DeletingNothingMakesNoRevision()
    {
        var before = await PutAsync("a", "1");
        var deleted = await Store.DeleteAsync(KeyRange.Prefix(Prefix + "none"), Token);
        Assert.Equal(0, deleted.Deleted);
        Assert.Equal(before, (await Store.GetAsync(Key("a"), default, Token)).Revision);
    }

    [Fact]
    public async Task AnyBytesAreKeysAndValues()
    {
        var bytes = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        var key = StoreKey.Own([.. Key("").Span, .. bytes]);
        await Store.PutAsync(key, bytes, default, Token);
        var item = Assert.Single((await Store.RangeAsync(new RangeRequest(Mine), Token)).Items);
        Assert.Equal(key, item.Key);
        Assert.Equal(bytes, item.Value.ToArray());
    }

    [Fact]
    public async Task EmptyValueIsAValue()
    {
        await PutAsync("a", "");
        var item = (await Store.GetAsync(Key("a"), default, Token)).Item;
        Assert.Equal((0, 1L), (item!.Value.Length, item.Version));
    }

    [Fact]
    public async Task EmptyKeyIsRefused() =>
        await ThrowsAsync(StoreError.Invalid, () => Store.PutAsync(default, Bytes("1"), default, Token).AsTask());

    [Fact]
    public async Task TooLargeATransactionIsRefusedAndTheStoreGoesOn()
    {
        await ThrowsAsync(StoreError.TooLarge, () => Store.PutAsync(Key("big"), new byte[1700 * 1024], default, Token).AsTask());
        await PutAsync("a", "1");
        Assert.Equal("a=1", await ListAsync());
    }
}
