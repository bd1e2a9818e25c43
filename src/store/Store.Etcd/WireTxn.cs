namespace Cybernetes.Store.Etcd;

/// <summary>Transactions between the contract's types and etcd's messages, from the client's side.</summary>
internal static class WireTxn
{
    public static Protocol.TxnRequest Request(Txn txn)
    {
        var wire = new Protocol.TxnRequest();
        wire.Compare.AddRange(txn.If.Select(Condition));
        wire.Success.AddRange(txn.Then.Select(Op));
        wire.Failure.AddRange(txn.Else.Select(Op));
        return wire;
    }

    public static TxnResult Result(Protocol.TxnResponse wire, Revision revision) =>
        new(wire.Succeeded, revision, [.. wire.Responses.Select(response => Result(response, revision))]);

    public static Protocol.RangeRequest Range(RangeRequest request)
    {
        var (key, end) = Wire.Range(request.Range);
        return new Protocol.RangeRequest
        {
            Key = key,
            RangeEnd = end,
            Revision = request.Revision.Value,
            Limit = request.Limit,
            KeysOnly = request.KeysOnly,
            CountOnly = request.CountOnly,
        };
    }

    public static RangeResult Result(Protocol.RangeResponse wire, Revision revision) =>
        new([.. wire.Kvs.Select(Wire.Item)], wire.Count, wire.More, revision);

    private static Protocol.Compare Condition(Compare condition)
    {
        var (key, end) = Wire.Range(condition.Range);
        var wire = new Protocol.Compare
        {
            Key = key,
            RangeEnd = end,
            Target = (Protocol.Compare.Types.CompareTarget)condition.Target,
            Result = (Protocol.Compare.Types.CompareResult)condition.Operator,
        };
        switch (condition.Target)
        {
            case CompareTarget.Version:
                wire.Version = condition.Number;
                break;
            case CompareTarget.CreateRevision:
                wire.CreateRevision = condition.Number;
                break;
            case CompareTarget.ModRevision:
                wire.ModRevision = condition.Number;
                break;
            case CompareTarget.Lease:
                wire.Lease = condition.Number;
                break;
            case CompareTarget.Value:
                wire.Value = Wire.Bytes(condition.Value);
                break;
        }
        return wire;
    }

    private static Protocol.RequestOp Op(StoreOp op) => op switch
    {
        PutOp put => new Protocol.RequestOp
        {
            RequestPut = new Protocol.PutRequest
            {
                Key = Wire.Key(put.Key),
                Value = Wire.Bytes(put.Value),
                Lease = put.Lease.Value,
                PrevKv = put.PrevKv,
            },
        },
        DeleteOp delete => new Protocol.RequestOp { RequestDeleteRange = Delete(delete) },
        RangeOp range => new Protocol.RequestOp { RequestRange = Range(range.Request) },
        TxnOp nested => new Protocol.RequestOp { RequestTxn = Request(nested.Txn) },
        _ => throw new InvalidOperationException("unknown step"),
    };

    private static Protocol.DeleteRangeRequest Delete(DeleteOp delete)
    {
        var (key, end) = Wire.Range(delete.Range);
        return new Protocol.DeleteRangeRequest { Key = key, RangeEnd = end, PrevKv = delete.PrevKv };
    }

    private static OpResult Result(Protocol.ResponseOp wire, Revision revision) => wire.ResponseCase switch
    {
        Protocol.ResponseOp.ResponseOneofCase.ResponsePut =>
            new PutResult(wire.ResponsePut.PrevKv is { } before ? Wire.Item(before) : null),
        Protocol.ResponseOp.ResponseOneofCase.ResponseDeleteRange =>
            new DeleteResult(wire.ResponseDeleteRange.Deleted, [.. wire.ResponseDeleteRange.PrevKvs.Select(Wire.Item)]),
        Protocol.ResponseOp.ResponseOneofCase.ResponseRange => Result(wire.ResponseRange, revision),
        Protocol.ResponseOp.ResponseOneofCase.ResponseTxn => Result(wire.ResponseTxn, revision),
        _ => throw new StoreException(StoreError.Unavailable, "etcd answered a step in a way not known", isCertain: false),
    };
}
