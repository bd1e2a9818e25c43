using Cybernetes.Store.Etcd;
using Cybernetes.Store.Etcd.Protocol;

namespace Cybernetes.Store.EtcdServer;

/// <summary>Transactions between etcd's messages and the contract's types, from the server's side.</summary>
internal static class TxnMapping
{
    private const int MaxOps = 128;

    /// <exception cref="StoreException">It is malformed.</exception>
    public static Txn Read(TxnRequest wire)
    {
        if (wire.Compare.Count > MaxOps || wire.Success.Count > MaxOps || wire.Failure.Count > MaxOps)
        {
            throw new StoreException(StoreError.Invalid, "etcdserver: too many operations in txn request");
        }
        return new Txn
        {
            If = [.. wire.Compare.Select(Condition)],
            Then = [.. wire.Success.Select(Op)],
            Else = [.. wire.Failure.Select(Op)],
        };
    }

    public static TxnResponse Answer(TxnRequest request, TxnResult result, Member member)
    {
        var response = new TxnResponse { Header = member.Header(result.Revision), Succeeded = result.Succeeded };
        var ops = result.Succeeded ? request.Success : request.Failure;
        for (var i = 0; i < ops.Count; i++)
        {
            response.Responses.Add(Answer(ops[i], result.Results[i], result.Revision, member));
        }
        return response;
    }

    public static DeleteRangeResponse Answer(DeleteResult result, ResponseHeader header)
    {
        var response = new DeleteRangeResponse { Header = header, Deleted = result.Deleted };
        response.PrevKvs.AddRange(result.PrevKvs.Select(Wire.Item));
        return response;
    }

    private static Compare Condition(Etcd.Protocol.Compare wire)
    {
        var number = wire.TargetUnionCase switch
        {
            Etcd.Protocol.Compare.TargetUnionOneofCase.Version => wire.Version,
            Etcd.Protocol.Compare.TargetUnionOneofCase.CreateRevision => wire.CreateRevision,
            Etcd.Protocol.Compare.TargetUnionOneofCase.ModRevision => wire.ModRevision,
            Etcd.Protocol.Compare.TargetUnionOneofCase.Lease => wire.Lease,
            _ => 0,
        };
        if (wire.Key.IsEmpty)
        {
            throw StoreException.EmptyKey();
        }
        return new Compare(
            Wire.Range(wire.Key, wire.RangeEnd), (CompareTarget)wire.Target, (CompareOperator)wire.Result, number, wire.Value.Memory);
    }

    private static StoreOp Op(RequestOp wire) => wire.RequestCase switch
    {
        RequestOp.RequestOneofCase.RequestPut when wire.RequestPut.IgnoreValue || wire.RequestPut.IgnoreLease =>
            throw new StoreException(StoreError.Invalid, "ignore_value and ignore_lease are not served inside a transaction"),
        RequestOp.RequestOneofCase.RequestPut => new PutOp(
            Wire.Key(wire.RequestPut.Key), wire.RequestPut.Value.Memory, new LeaseId(wire.RequestPut.Lease), wire.RequestPut.PrevKv),
        RequestOp.RequestOneofCase.RequestDeleteRange => new DeleteOp(
            Wire.Range(wire.RequestDeleteRange.Key, wire.RequestDeleteRange.RangeEnd), wire.RequestDeleteRange.PrevKv),
        RequestOp.RequestOneofCase.RequestRange => new RangeOp(RangeOrder.Plain(wire.RequestRange)),
        RequestOp.RequestOneofCase.RequestTxn => new TxnOp(Read(wire.RequestTxn)),
        _ => throw StoreException.EmptyKey(),
    };

    private static ResponseOp Answer(RequestOp request, OpResult result, Revision revision, Member member) => result switch
    {
        PutResult put => new ResponseOp
        {
            ResponsePut = new PutResponse { Header = member.Header(revision), PrevKv = put.PrevKv is { } before ? Wire.Item(before) : null },
        },
        DeleteResult delete => new ResponseOp { ResponseDeleteRange = Answer(delete, member.Header(revision)) },
        RangeResult range => new ResponseOp { ResponseRange = RangeOrder.Shape(request.RequestRange, range, member) },
        TxnResult nested => new ResponseOp { ResponseTxn = Answer(request.RequestTxn, nested, member) },
        _ => throw new InvalidOperationException("unknown result"),
    };
}
