using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Grpc.Core;

namespace Cybernetes.Store.Etcd;

public sealed partial class EtcdStore
{
    private readonly ConcurrentDictionary<WatchStream, bool> _streams = new();
    private bool? _orderedProgress;

    /// <inheritdoc/>
    public async IAsyncEnumerable<WatchBatch> WatchAsync(WatchRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closed.Token);
        var next = request.FromRevision;
        while (true)
        {
            // 1. A stream to a member that answers, from the revision after the last one handed on.
            var stream = await OpenAsync(request, next, stop.Token).ConfigureAwait(false);
            _streams[stream] = request.ProgressNotify;
            try
            {
                // 2. Its answers, until it breaks; what came before `next` was handed on already.
                while (await ReadAsync(stream, stop.Token).ConfigureAwait(false) is { } response)
                {
                    if (response.Canceled)
                    {
                        if (response.CompactRevision > 0)
                        {
                            throw new CompactedException(new Revision(response.CompactRevision));
                        }
                        break;
                    }
                    Note(response.Header);
                    if (response.Created)
                    {
                        next = next.IsNone ? new Revision(response.Header.Revision).Next() : next;
                        continue;
                    }
                    foreach (var batch in Batches(response, request))
                    {
                        if (batch.Revision >= next || (batch.IsProgress && batch.Revision.Next() == next))
                        {
                            yield return batch;
                            next = batch.Revision.Next();
                        }
                    }
                }
            }
            finally
            {
                _streams.TryRemove(stream, out _);
                stream.Dispose();
            }
            // 3. Broken or ended by the member: the next member goes on.
            ThrowIfStopped(cancellationToken);
            _ring.Leave(stream.Endpoint, "the watch ended");
            await Task.Delay(Pause, stop.Token).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RequestProgressAsync(CancellationToken cancellationToken = default)
    {
        _orderedProgress ??= HasOrderedProgress((await GetStatusAsync(cancellationToken).ConfigureAwait(false)).Version);
        if (!_orderedProgress.Value)
        {
            return false;
        }
        foreach (var (stream, wantsProgress) in _streams)
        {
            try
            {
                if (wantsProgress)
                {
                    await stream.RequestProgressAsync(cancellationToken).ConfigureAwait(false);
                }
            }
            catch (Exception error) when (error is RpcException or InvalidOperationException or ObjectDisposedException)
            {
                // The stream broke: its watch opens the next one.
            }
        }
        return true;
    }

    private async Task<WatchStream> OpenAsync(WatchRequest request, Revision from, CancellationToken cancellationToken)
    {
        while (true)
        {
            ThrowIfStopped(cancellationToken);
            var endpoint = _ring.Current;
            try
            {
                return await WatchStream.OpenAsync(endpoint, request, from, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error) when (error is RpcException or InvalidOperationException)
            {
                _ring.Leave(endpoint, error.Message);
            }
            ThrowIfStopped(cancellationToken);
            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The next answer; null when the stream is broken.</summary>
    private async Task<Protocol.WatchResponse?> ReadAsync(WatchStream stream, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (RpcException)
        {
            ThrowIfStopped(cancellationToken);
            return null;
        }
    }

    private void ThrowIfStopped(CancellationToken cancellationToken)
    {
        if (_closed.IsCancellationRequested)
        {
            throw new StoreException(StoreError.Unavailable, "the store is closed");
        }
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>An answer cut into revisions; without events it tells progress.</summary>
    private static IEnumerable<WatchBatch> Batches(Protocol.WatchResponse response, WatchRequest request)
    {
        if (response.Events.Count == 0)
        {
            if (request.ProgressNotify)
            {
                yield return new WatchBatch(new Revision(response.Header.Revision), []);
            }
            yield break;
        }
        for (var from = 0; from < response.Events.Count;)
        {
            var revision = response.Events[from].Kv.ModRevision;
            var events = new List<StoreEvent>();
            for (; from < response.Events.Count && response.Events[from].Kv.ModRevision == revision; from++)
            {
                events.Add(Wire.Event(response.Events[from]));
            }
            yield return new WatchBatch(new Revision(revision), events);
        }
    }
}
