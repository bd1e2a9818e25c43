using System.Runtime.CompilerServices;
using Cybernetes.ApiServer.Http;
using Cybernetes.ApiServer.Negotiation;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.Client.Transport;

namespace Cybernetes.ApiServer.InProcess;

/// <summary>A watch without a wire: events carry the shared objects.</summary>
internal sealed class InProcessWatch(WatchResponse watch, OutputFormat format, CancellationTokenSource ending) : ApiWatch
{
    public override async IAsyncEnumerable<ApiWatchEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.Register(ending.Cancel).ConfigureAwait(false);
        await foreach (var item in watch.Events.ConfigureAwait(false))
        {
            yield return new ApiWatchEvent(TypeOf(item.Type), item.Object is { } stored && format.Shape == Shape.Whole
                ? stored.In(watch.Version)
                : WatchWriter.Shown(null, format, watch.Version, item));
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    public override async ValueTask DisposeAsync()
    {
        await ending.CancelAsync().ConfigureAwait(false);
        ending.Dispose();
        await base.DisposeAsync().ConfigureAwait(false);
    }

    private static WatchEventType TypeOf(WatchItemType type) => type switch
    {
        WatchItemType.Added => WatchEventType.Added,
        WatchItemType.Modified => WatchEventType.Modified,
        WatchItemType.Deleted => WatchEventType.Deleted,
        WatchItemType.Bookmark => WatchEventType.Bookmark,
        _ => WatchEventType.Error,
    };
}
