using Cybernetes.Store.Etcd;
using Cybernetes.Store.Etcd.Protocol;
using Grpc.Core;

namespace Cybernetes.Store.EtcdServer;

/// <summary>One stream with its watches. Answers take turns; each watch is a task that ends with the stream.</summary>
internal sealed class WatchSession(IStore store, Member member, IServerStreamWriter<WatchResponse> responses, CancellationToken cancellationToken)
    : IAsyncDisposable
{
    private const long NoWatch = -1;
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<long, RunningWatch> _watches = [];
    private readonly List<long> _progressOwed = [];
    private long _nextId;

    public async Task CreateAsync(WatchCreateRequest request)
    {
        // From here on nothing is missed: the watch begins after the revision the answer names.
        var now = store.CurrentRevision;
        var from = request.StartRevision > 0 ? new Revision(request.StartRevision) : now.Next();
        RunningWatch watch;
        lock (_lock)
        {
            if (request.WatchId != 0 && _watches.ContainsKey(request.WatchId))
            {
                watch = null!; // answered below
            }
            else
            {
                var id = request.WatchId;
                while (id == 0 && _watches.ContainsKey(_nextId))
                {
                    _nextId++;
                }
                id = id == 0 ? _nextId++ : id;
                watch = new RunningWatch(id, request, CancellationTokenSource.CreateLinkedTokenSource(cancellationToken)) { Told = from.Value - 1 };
                _watches.Add(id, watch);
            }
        }
        if (watch is null)
        {
            await SendAsync(new WatchResponse { WatchId = NoWatch, Created = true, Canceled = true, CancelReason = "mvcc: duplicate watch ID provided on the WatchStream" })
                .ConfigureAwait(false);
            return;
        }
        await SendAsync(new WatchResponse { WatchId = watch.Id, Created = true, Header = member.Header(now) }).ConfigureAwait(false);
        watch.Task = Task.Run(() => RunAsync(watch, from), CancellationToken.None);
    }

    public async Task CancelAsync(long id)
    {
        RunningWatch? watch;
        lock (_lock)
        {
            _watches.Remove(id, out watch);
        }
        if (watch is not null)
        {
            await watch.StopAsync().ConfigureAwait(false);
            await SendAsync(new WatchResponse { WatchId = id, Canceled = true }).ConfigureAwait(false);
            await PayProgressAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Answers when every watch of the stream has sent what came up to now.</summary>
    public async Task RequestProgressAsync()
    {
        lock (_lock)
        {
            _progressOwed.Add(store.CurrentRevision.Value);
        }
        await store.RequestProgressAsync(cancellationToken).ConfigureAwait(false);
        await PayProgressAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        RunningWatch[] watches;
        lock (_lock)
        {
            watches = [.. _watches.Values];
            _watches.Clear();
        }
        foreach (var watch in watches)
        {
            await watch.StopAsync().ConfigureAwait(false);
        }
        _turn.Dispose();
    }

    private async Task RunAsync(RunningWatch watch, Revision from)
    {
        try
        {
            var request = new WatchRequest(Wire.Range(watch.Request.Key, watch.Request.RangeEnd), from, ProgressNotify: true, watch.Request.PrevKv);
            await foreach (var batch in store.WatchAsync(request, watch.Stop.Token).ConfigureAwait(false))
            {
                foreach (var response in WatchEvents.Responses(watch, batch))
                {
                    response.Header = member.Header(batch.Revision);
                    await SendAsync(response).ConfigureAwait(false);
                }
                watch.Told = batch.Revision.Value;
                await PayProgressAsync().ConfigureAwait(false);
            }
        }
        catch (CompactedException error)
        {
            await EndAsync(watch, new WatchResponse
            {
                WatchId = watch.Id, Canceled = true, CompactRevision = error.CompactRevision.Value, CancelReason = error.Message,
            }).ConfigureAwait(false);
        }
        catch (StoreException error)
        {
            await EndAsync(watch, new WatchResponse { WatchId = watch.Id, Canceled = true, CancelReason = error.Message }).ConfigureAwait(false);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or InvalidOperationException or ObjectDisposedException)
        {
            // Cancelled, or the client left.
        }
    }

    private async Task EndAsync(RunningWatch watch, WatchResponse last)
    {
        lock (_lock)
        {
            _watches.Remove(watch.Id);
        }
        try
        {
            await SendAsync(last).ConfigureAwait(false);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or InvalidOperationException)
        {
            // The client left.
        }
    }

    /// <summary>Answers the progress requests that every watch has reached by now.</summary>
    private async Task PayProgressAsync()
    {
        int count;
        var reached = 0L;
        lock (_lock)
        {
            count = 0;
            while (count < _progressOwed.Count && _watches.Values.All(watch => watch.Told >= _progressOwed[count]))
            {
                reached = _progressOwed[count++];
            }
            _progressOwed.RemoveRange(0, count);
        }
        for (; count > 0; count--)
        {
            await SendAsync(new WatchResponse { WatchId = NoWatch, Header = member.Header(new Revision(reached)) }).ConfigureAwait(false);
        }
    }

    private async Task SendAsync(WatchResponse response)
    {
        response.Header ??= member.Header();
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await responses.WriteAsync(response, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }
}
