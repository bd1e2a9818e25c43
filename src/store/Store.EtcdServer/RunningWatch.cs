using Cybernetes.Store.Etcd.Protocol;

namespace Cybernetes.Store.EtcdServer;

/// <summary>One watch of a <see cref="WatchSession"/>.</summary>
internal sealed class RunningWatch(long id, WatchCreateRequest request, CancellationTokenSource stop)
{
    private long _told;

    public long Id { get; } = id;

    public WatchCreateRequest Request { get; } = request;

    public CancellationTokenSource Stop { get; } = stop;

    public Task Task { get; set; } = Task.CompletedTask;

    /// <summary>Everything up to this revision was sent.</summary>
    public long Told
    {
        get => Interlocked.Read(ref _told);
        set => Interlocked.Exchange(ref _told, value);
    }

    public async Task StopAsync()
    {
        await Stop.CancelAsync().ConfigureAwait(false);
        await Task.ConfigureAwait(false);
        Stop.Dispose();
    }
}
