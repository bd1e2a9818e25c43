namespace Cybernetes.Store.Contract;

public abstract partial class StoreContract
{
    private Task<TxnResult> TxnAsync(Txn txn) => Store.TxnAsync(txn, Token).AsTask();

    [Fact]
    public async Task TransactionIsOneRevision()
    {
        await PutAsync("gone", "1");
        var before = await PutAsync("old", "1");
        var result = await TxnAsync(new Txn
        {
            Then =
            [
                new PutOp(Key("a"), Bytes("1")),
                new PutOp(Key("old"), Bytes("2"), PrevKv: true),
                new DeleteOp(KeyRange.Single(Key("gone")), PrevKv: true),
                new RangeOp(new RangeRequest(Mine)),
            ],
        });
        Assert.Equal((true, before.Next()), (result.Succeeded, result.Revision));
        Assert.Equal("1", Text(((PutResult)result.Results[1]).PrevKv));
        Assert.Equal("gone=1", Show(((DeleteResult)result.Results[2]).PrevKvs));
        Assert.Equal("a=1 old=2", Show(((RangeResult)result.Results[3]).Items));
        Assert.Equal("gone=1 old=1", await ListAsync(before));
        Assert.Equal("a=1 old=2", await ListAsync());
        Assert.All((await Store.RangeAsync(new RangeRequest(Mine), Token)).Items, item => Assert.Equal(result.Revision, item.ModRevision));
    }

    [Fact]
    public async Task FailedConditionTakesTheOtherBranch()
    {
        var before = await PutAsync("a", "1");
        var result = await TxnAsync(new Txn
        {
            If = [Compare.ValueIs(Key("a"), Bytes("1")), Compare.Absent(Key("a"))],
            Then = [new PutOp(Key("a"), Bytes("2"))],
            Else = [new RangeOp(Key("a")), new PutOp(Key("b"), Bytes("else"))],
        });
        Assert.Equal((false, before.Next()), (result.Succeeded, result.Revision));
        Assert.Equal("a=1", Show(((RangeResult)result.Results[0]).Items));
        Assert.Equal("a=1 b=else", await ListAsync());
    }

    [Theory]
    [InlineData(CompareTarget.Version, CompareOperator.Equal, 2, true)]
    [InlineData(CompareTarget.Version, CompareOperator.Greater, 2, false)]
    [InlineData(CompareTarget.Version, CompareOperator.Greater, 1, true)]
    [InlineData(CompareTarget.Version, CompareOperator.Less, 2, false)]
    [InlineData(CompareTarget.Version, CompareOperator.NotEqual, 1, true)]
    [InlineData(CompareTarget.CreateRevision, CompareOperator.Greater, 0, true)]
    [InlineData(CompareTarget.ModRevision, CompareOperator.Equal, 0, false)]
    [InlineData(CompareTarget.Lease, CompareOperator.Equal, 0, true)]
    public async Task ConditionsCompare(CompareTarget target, CompareOperator @operator, long number, bool holds)
    {
        await PutAsync("a", "1");
        await PutAsync("a", "2");
        var result = await TxnAsync(new Txn { If = [new Compare(KeyRange.Single(Key("a")), target, @operator, number)] });
        Assert.Equal(holds, result.Succeeded);
    }

    [Theory]
    [InlineData(CompareOperator.Less, "b", true)]
    [InlineData(CompareOperator.Equal, "a", true)]
    [InlineData(CompareOperator.NotEqual, "a", false)]
    public async Task ConditionsCompareValues(CompareOperator @operator, string value, bool holds)
    {
        await PutAsync("a", "a");
        var result = await TxnAsync(new Txn { If = [new Compare(KeyRange.Single(Key("a")), CompareTarget.Value, @operator, Value: Bytes(value))] });
        Assert.Equal(holds, result.Succeeded);
    }

    [Fact]
    public async Task ValueOfAMissingKeyNeverCompares()
    {
        var condition = new Compare(KeyRange.Single(Key("none")), CompareTarget.Value, CompareOperator.NotEqual, Value: Bytes("x"));
        Assert.False((await TxnAsync(new Txn { If = [condition] })).Succeeded);
    }

    [Fact]
    public async Task ConditionOverARangeHoldsForEveryKey()
    {
        await PutAsync("a", "1");
        await PutAsync("b", "1");
        var once = new Compare(Mine, CompareTarget.Version, CompareOperator.Equal, 1);
        Assert.True((await TxnAsync(new Txn { If = [once] })).Succeeded);
        await PutAsync("b", "2");
        Assert.False((await TxnAsync(new Txn { If = [once] })).Succeeded);
    }

    [Fact]
    public async Task NestedTransactionIsPartOfTheRevision()
    {
        var before = await PutAsync("a", "1");
        var inner = new Txn { If = [Compare.Absent(Key("a"))], Then = [new PutOp(Key("b"), Bytes("then"))], Else = [new PutOp(Key("c"), Bytes("else"))] };
        var result = await TxnAsync(new Txn { Then = [new PutOp(Key("d"), Bytes("1")), new TxnOp(inner)] });
        Assert.Equal(before.Next(), result.Revision);
        Assert.False(((TxnResult)result.Results[1]).Succeeded);
        Assert.Equal("a=1 c=else d=1", await ListAsync());
    }

    [Fact]
    public async Task KeyWrittenTwiceInATransactionIsRefused()
    {
        var before = await PutAsync("a", "1");
        await ThrowsAsync(StoreError.DuplicateKey, () => TxnAsync(new Txn { Then = [new PutOp(Key("b"), Bytes("1")), new PutOp(Key("b"), Bytes("2"))] }));
        await ThrowsAsync(StoreError.DuplicateKey, () => TxnAsync(new Txn { Then = [new PutOp(Key("b"), Bytes("1")), new DeleteOp(Mine)] }));
        Assert.Equal(("a=1", before), (await ListAsync(), (await Store.GetAsync(Key("a"), default, Token)).Revision));
    }

    [Fact]
    public async Task TransactionWithoutStepsMakesNoRevision()
    {
        var before = await PutAsync("a", "1");
        Assert.Equal(before, (await TxnAsync(new Txn())).Revision);
    }

    [Fact]
    public async Task ConcurrentIncrementsLoseNothing()
    {
        const int workers = 8, rounds = 25;
        await PutAsync("n", "0");
        await Parallel.ForEachAsync(Enumerable.Range(0, workers), new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = Token },
            async (_, token) =>
            {
                for (var done = 0; done < rounds;)
                {
                    var current = (await Store.GetAsync(Key("n"), default, token)).Item!;
                    var next = Bytes((int.Parse(Text(current)) + 1).ToString());
                    done += (await Store.CompareAndSwapAsync(Key("n"), current.ModRevision, next, default, token)).Succeeded ? 1 : 0;
                }
            });
        Assert.Equal((workers * rounds).ToString(), await ReadAsync("n"));
    }
}
