using System.Threading.Channels;

namespace Cybernetes.Store.Embedded.Watching;

/// <summary>One watch: a range and a place in the history. It holds no events. Its fields are guarded by the hub's lock.</summary>
internal sealed class Watcher(WatchRequest request, long next)
{
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public WatchRequest Request { get; } = request;

    /// <summary>The first revision not yet looked at for this watcher.</summary>
    public long Next { get; set; } = next;

    /// <summary>Whether there is something for it from <see cref="Next"/> on; while not, the hub moves <see cref="Next"/> along.</summary>
    public bool IsPending { get; set; }

    /// <summary>Whether it has to say how far it is.</summary>
    public bool OwesProgress { get; set; }

    /// <summary>The last revision it told its reader.</summary>
    public long Told { get; set; } = next - 1;

    /// <summary>Set when the store ends the watch.</summary>
    public Exception? End { get; set; }

    public void Ring() => _bell.Writer.TryWrite(true);

    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _bell.Reader.ReadAsync(cancellationToken);
}
