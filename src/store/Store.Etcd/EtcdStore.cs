using System.Globalization;
using Grpc.Core;

namespace Cybernetes.Store.Etcd;

/// <summary>
/// The store on an etcd cluster, 3.4 or later. Uses one member until it fails, then the next; reads are tried again, writes only when they
/// certainly were not done. Thread-safe.
/// </summary>
public sealed partial class EtcdStore : IStore
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly EtcdOptions _options;
    private readonly EndpointRing _ring;
    private readonly CancellationTokenSource _closed = new();
    private long _revision;

    /// <summary>Does not connect yet.</summary>
    public EtcdStore(EtcdOptions options)
    {
        _options = options;
        _ring = new EndpointRing(options);
    }

    /// <inheritdoc/>
    public Revision CurrentRevision => new(Interlocked.Read(ref _revision));

    /// <inheritdoc/>
    public async ValueTask<GetResult> GetAsync(StoreKey key, Revision revision = default, CancellationToken cancellationToken = default)
    {
        var result = await RangeAsync(new RangeRequest(KeyRange.Single(key), revision), cancellationToken).ConfigureAwait(false);
        return new GetResult(result.Items is [var item] ? item : null, result.Revision);
    }

    /// <inheritdoc/>
    public async ValueTask<RangeResult> RangeAsync(RangeRequest request, CancellationToken cancellationToken = default)
    {
        var wire = WireTxn.Range(request);
        var response = await CallAsync(isWrite: false, (endpoint, options) => endpoint.Kv.RangeAsync(wire, options), cancellationToken).ConfigureAwait(false);
        return WireTxn.Result(response, Note(response.Header));
    }

    /// <inheritdoc/>
    public async ValueTask<TxnResult> TxnAsync(Txn txn, CancellationToken cancellationToken = default)
    {
        var wire = WireTxn.Request(txn);
        var response = await CallAsync(isWrite: true, (endpoint, options) => endpoint.Kv.TxnAsync(wire, options), cancellationToken).ConfigureAwait(false);
        return WireTxn.Result(response, Note(response.Header));
    }

    /// <inheritdoc/>
    public async ValueTask<Revision> CompactAsync(Revision revision, CancellationToken cancellationToken = default)
    {
        var wire = new Protocol.CompactionRequest { Revision = revision.Value };
        var response = await CallAsync(isWrite: true, (endpoint, options) => endpoint.Kv.CompactAsync(wire, options), cancellationToken).ConfigureAwait(false);
        return Note(response.Header);
    }

    /// <inheritdoc/>
    public async ValueTask<StoreStatus> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        var response = await CallAsync(
            isWrite: false, (endpoint, options) => endpoint.Maintenance.StatusAsync(new Protocol.StatusRequest(), options), cancellationToken).ConfigureAwait(false);
        return new StoreStatus(
            "etcd", response.Version, Note(response.Header), Revision.None, response.DbSize, response.DbSizeInUse);
    }

    /// <inheritdoc/>
    public async Task SnapshotAsync(Stream destination, CancellationToken cancellationToken = default)
    {
        try
        {
            using var call = _ring.Current.Maintenance.Snapshot(new Protocol.SnapshotRequest(), cancellationToken: cancellationToken);
            while (await call.ResponseStream.MoveNext(cancellationToken).ConfigureAwait(false))
            {
                await destination.WriteAsync(call.ResponseStream.Current.Blob.Memory, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (RpcException error)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw EtcdErrors.Map(error);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync().ConfigureAwait(false);
        _ring.Dispose();
    }

    /// <summary>Remembers the newest revision any member told.</summary>
    private Revision Note(Protocol.ResponseHeader header) => Note(header.Revision);

    private Revision Note(long revision)
    {
        var known = Interlocked.Read(ref _revision);
        while (revision > known)
        {
            var before = Interlocked.CompareExchange(ref _revision, revision, known);
            if (before == known)
            {
                break;
            }
            known = before;
        }
        return new Revision(revision);
    }

    /// <summary>Calls a member, and others if that fails in a way that allows it, until the time is over.</summary>
    private async Task<T> CallAsync<T>(bool isWrite, Func<Endpoint, CallOptions, AsyncUnaryCall<T>> call, CancellationToken cancellationToken)
    {
        var deadline = DateTime.UtcNow + _options.CallTimeout;
        for (var attempt = 1; ; attempt++)
        {
            var endpoint = _ring.Current;
            try
            {
                return await call(endpoint, new CallOptions(deadline: deadline, cancellationToken: cancellationToken)).ConfigureAwait(false);
            }
            catch (RpcException error)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (EtcdErrors.IsTransient(error))
                {
                    _ring.Leave(endpoint, error.Status.Detail);
                }
                var again = EtcdErrors.IsTransient(error) && (!isWrite || EtcdErrors.WasNotDone(error)) && DateTime.UtcNow + Pause < deadline;
                if (!again || _closed.IsCancellationRequested)
                {
                    throw EtcdErrors.Map(error);
                }
            }
            if (attempt % _ring.Count == 0)
            {
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Whether a version of etcd answers a progress request only after the events before it (fixed in 3.4.25 and 3.5.8).</summary>
    internal static bool HasOrderedProgress(string version)
    {
        var parts = version.Split('-', '+')[0].Split('.');
        return parts.Length == 3 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var major) &&
            int.TryParse(parts[1], CultureInfo.InvariantCulture, out var minor) && int.TryParse(parts[2], CultureInfo.InvariantCulture, out var patch) &&
            (major, minor) switch
            {
                (3, 4) => patch >= 25,
                (3, 5) => patch >= 8,
                _ => (major, minor).CompareTo((3, 5)) > 0,
            };
    }
}
