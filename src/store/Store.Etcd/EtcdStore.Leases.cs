using Grpc.Core;

namespace Cybernetes.Store.Etcd;

public sealed partial class EtcdStore
{
    /// <inheritdoc/>
    public async ValueTask<LeaseStatus> GrantLeaseAsync(TimeSpan ttl, LeaseId id = default, CancellationToken cancellationToken = default)
    {
        var wire = new Protocol.LeaseGrantRequest { ID = id.Value, TTL = Math.Max(1, (long)Math.Ceiling(ttl.TotalSeconds)) };
        var response = await CallAsync(
            isWrite: true, (endpoint, options) => endpoint.Lease.LeaseGrantAsync(wire, options), cancellationToken).ConfigureAwait(false);
        var granted = TimeSpan.FromSeconds(response.TTL);
        return new LeaseStatus(new LeaseId(response.ID), granted, granted, []);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RevokeLeaseAsync(LeaseId id, CancellationToken cancellationToken = default)
    {
        try
        {
            var wire = new Protocol.LeaseRevokeRequest { ID = id.Value };
            var response = await CallAsync(
                isWrite: true, (endpoint, options) => endpoint.Lease.LeaseRevokeAsync(wire, options), cancellationToken).ConfigureAwait(false);
            Note(response.Header);
            return true;
        }
        catch (StoreException error) when (error.Error == StoreError.LeaseNotFound)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<TimeSpan?> KeepLeaseAliveAsync(LeaseId id, CancellationToken cancellationToken = default)
    {
        var endpoint = _ring.Current;
        try
        {
            using var call = endpoint.Lease.LeaseKeepAlive(deadline: DateTime.UtcNow + _options.CallTimeout, cancellationToken: cancellationToken);
            await call.RequestStream.WriteAsync(new Protocol.LeaseKeepAliveRequest { ID = id.Value }, cancellationToken).ConfigureAwait(false);
            if (!await call.ResponseStream.MoveNext(cancellationToken).ConfigureAwait(false))
            {
                throw new StoreException(StoreError.Unavailable, "etcd closed the stream before it answered");
            }
            var seconds = call.ResponseStream.Current.TTL;
            await call.RequestStream.CompleteAsync().ConfigureAwait(false);
            return seconds > 0 ? TimeSpan.FromSeconds(seconds) : null;
        }
        catch (RpcException error)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _ring.Leave(endpoint, error.Status.Detail);
            throw EtcdErrors.Map(error);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<LeaseStatus?> GetLeaseAsync(LeaseId id, bool withKeys = false, CancellationToken cancellationToken = default)
    {
        var wire = new Protocol.LeaseTimeToLiveRequest { ID = id.Value, Keys = withKeys };
        var response = await CallAsync(
            isWrite: false, (endpoint, options) => endpoint.Lease.LeaseTimeToLiveAsync(wire, options), cancellationToken).ConfigureAwait(false);
        return response.TTL < 0
            ? null
            : new LeaseStatus(id, TimeSpan.FromSeconds(response.GrantedTTL), TimeSpan.FromSeconds(response.TTL), [.. response.Keys.Select(Wire.Key)]);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<LeaseId>> ListLeasesAsync(CancellationToken cancellationToken = default)
    {
        var response = await CallAsync(
            isWrite: false, (endpoint, options) => endpoint.Lease.LeaseLeasesAsync(new Protocol.LeaseLeasesRequest(), options), cancellationToken).ConfigureAwait(false);
        return [.. response.Leases.Select(lease => new LeaseId(lease.ID))];
    }
}
