using Cybernetes.Store.Etcd;
using Cybernetes.Store.Etcd.Protocol;
using Grpc.Core;
using Wire = Cybernetes.Store.Etcd.Wire;

namespace Cybernetes.Store.EtcdServer;

/// <summary>etcd's KV service.</summary>
internal sealed class KvService(IStore store, Member member) : KV.KVBase
{
    public override async Task<RangeResponse> Range(Etcd.Protocol.RangeRequest request, ServerCallContext context)
    {
        var result = await store.RangeAsync(RangeOrder.Plain(request), context.CancellationToken).ConfigureAwait(false);
        return RangeOrder.Shape(request, result, member);
    }

    public override async Task<PutResponse> Put(PutRequest request, ServerCallContext context)
    {
        var result = await PutReads.RunAsync(store, request, context.CancellationToken).ConfigureAwait(false);
        var before = ((PutResult)result.Results[0]).PrevKv;
        return new PutResponse
        {
            Header = member.Header(result.Revision),
            PrevKv = request.PrevKv && before is not null ? Wire.Item(before) : null,
        };
    }

    public override async Task<DeleteRangeResponse> DeleteRange(DeleteRangeRequest request, ServerCallContext context)
    {
        var op = new DeleteOp(Wire.Range(request.Key, request.RangeEnd), request.PrevKv);
        var result = await store.TxnAsync(new Txn { Then = [op] }, context.CancellationToken).ConfigureAwait(false);
        return TxnMapping.Answer((DeleteResult)result.Results[0], member.Header(result.Revision));
    }

    public override async Task<TxnResponse> Txn(TxnRequest request, ServerCallContext context)
    {
        var txn = TxnMapping.Read(request);
        var result = await store.TxnAsync(txn, context.CancellationToken).ConfigureAwait(false);
        return TxnMapping.Answer(request, result, member);
    }

    public override async Task<CompactionResponse> Compact(CompactionRequest request, ServerCallContext context)
    {
        var revision = await store.CompactAsync(new Revision(request.Revision), context.CancellationToken).ConfigureAwait(false);
        return new CompactionResponse { Header = member.Header(revision) };
    }
}
