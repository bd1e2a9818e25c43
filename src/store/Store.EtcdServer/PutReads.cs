using Cybernetes.Store.Etcd;
using Cybernetes.Store.Etcd.Protocol;

namespace Cybernetes.Store.EtcdServer;

/// <summary>A put, also one that keeps the value or the lease that is there.</summary>
internal static class PutReads
{
    public static async Task<TxnResult> RunAsync(IStore store, PutRequest request, CancellationToken cancellationToken)
    {
        var key = Wire.Key(request.Key);
        if (!request.IgnoreValue && !request.IgnoreLease)
        {
            var op = new PutOp(key, request.Value.Memory, new LeaseId(request.Lease), request.PrevKv);
            return await store.TxnAsync(new Txn { Then = [op] }, cancellationToken).ConfigureAwait(false);
        }
        while (true)
        {
            var there = (await store.GetAsync(key, default, cancellationToken).ConfigureAwait(false)).Item
                ?? throw new StoreException(StoreError.Invalid, "etcdserver: key not found");
            var op = new PutOp(
                key,
                request.IgnoreValue ? there.Value : request.Value.Memory,
                request.IgnoreLease ? there.Lease : new LeaseId(request.Lease),
                request.PrevKv);
            var txn = new Txn { If = [Store.Compare.ModRevisionIs(key, there.ModRevision)], Then = [op] };
            var result = await store.TxnAsync(txn, cancellationToken).ConfigureAwait(false);
            if (result.Succeeded)
            {
                return result;
            }
        }
    }
}
