using Cybernetes.Store.Etcd;
using Cybernetes.Store.Etcd.Protocol;
using Grpc.Core;

namespace Cybernetes.Store.EtcdServer;

/// <summary>etcd's Lease service.</summary>
internal sealed class LeaseService(IStore store, Member member) : Lease.LeaseBase
{
    private const long MaxSeconds = 9_000_000_000;

    public override async Task<LeaseGrantResponse> LeaseGrant(LeaseGrantRequest request, ServerCallContext context)
    {
        if (request.TTL > MaxSeconds)
        {
            throw new StoreException(StoreError.Invalid, "etcdserver: too large lease TTL");
        }
        var lease = await store.GrantLeaseAsync(
            TimeSpan.FromSeconds(request.TTL), new LeaseId(request.ID), context.CancellationToken).ConfigureAwait(false);
        return new LeaseGrantResponse { Header = member.Header(), ID = lease.Id.Value, TTL = (long)lease.GrantedTtl.TotalSeconds };
    }

    public override async Task<LeaseRevokeResponse> LeaseRevoke(LeaseRevokeRequest request, ServerCallContext context) =>
        await store.RevokeLeaseAsync(new LeaseId(request.ID), context.CancellationToken).ConfigureAwait(false)
            ? new LeaseRevokeResponse { Header = member.Header() }
            : throw StoreException.LeaseNotFound();

    public override async Task LeaseKeepAlive(
        IAsyncStreamReader<LeaseKeepAliveRequest> requestStream, IServerStreamWriter<LeaseKeepAliveResponse> responseStream, ServerCallContext context)
    {
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken).ConfigureAwait(false))
        {
            var left = await store.KeepLeaseAliveAsync(new LeaseId(request.ID), context.CancellationToken).ConfigureAwait(false);
            await responseStream.WriteAsync(
                new LeaseKeepAliveResponse { Header = member.Header(), ID = request.ID, TTL = (long)(left?.TotalSeconds ?? 0) },
                context.CancellationToken).ConfigureAwait(false);
        }
    }

    public override async Task<LeaseTimeToLiveResponse> LeaseTimeToLive(LeaseTimeToLiveRequest request, ServerCallContext context)
    {
        var lease = await store.GetLeaseAsync(new LeaseId(request.ID), request.Keys, context.CancellationToken).ConfigureAwait(false);
        var response = new LeaseTimeToLiveResponse { Header = member.Header(), ID = request.ID, TTL = -1 };
        if (lease is not null)
        {
            response.TTL = (long)lease.Remaining.TotalSeconds;
            response.GrantedTTL = (long)lease.GrantedTtl.TotalSeconds;
            response.Keys.AddRange(lease.Keys.Select(Wire.Key));
        }
        return response;
    }

    public override async Task<LeaseLeasesResponse> LeaseLeases(LeaseLeasesRequest request, ServerCallContext context)
    {
        var response = new LeaseLeasesResponse { Header = member.Header() };
        var leases = await store.ListLeasesAsync(context.CancellationToken).ConfigureAwait(false);
        response.Leases.AddRange(leases.Select(id => new Etcd.Protocol.LeaseStatus { ID = id.Value }));
        return response;
    }
}
