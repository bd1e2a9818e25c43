using Cybernetes.Store.Etcd;
using Cybernetes.Store.Etcd.Protocol;
using static Cybernetes.Store.Etcd.Protocol.WatchCreateRequest.Types;

namespace Cybernetes.Store.EtcdServer;

/// <summary>From a batch to the answers that carry it to one watch. Pure.</summary>
internal static class WatchEvents
{
    /// <summary>A client that takes fragments gets no answer much larger than this.</summary>
    private const int FragmentBytes = 2 * 1024 * 1024;

    public static IEnumerable<WatchResponse> Responses(RunningWatch watch, WatchBatch batch)
    {
        if (batch.IsProgress)
        {
            if (watch.Request.ProgressNotify)
            {
                yield return new WatchResponse { WatchId = watch.Id };
            }
            yield break;
        }
        var response = new WatchResponse { WatchId = watch.Id };
        var bytes = 0;
        foreach (var change in batch.Events)
        {
            if (watch.Request.Filters.Contains(change.IsDelete ? FilterType.Nodelete : FilterType.Noput))
            {
                continue;
            }
            var wire = Event(change, watch.Request.PrevKv);
            var size = wire.CalculateSize();
            if (watch.Request.Fragment && response.Events.Count > 0 && bytes + size > FragmentBytes)
            {
                response.Fragment = true;
                yield return response;
                response = new WatchResponse { WatchId = watch.Id };
                bytes = 0;
            }
            response.Events.Add(wire);
            bytes += size;
        }
        if (response.Events.Count > 0)
        {
            yield return response;
        }
    }

    private static Event Event(StoreEvent change, bool withPrevKv) => new()
    {
        Type = change.IsDelete ? Etcd.Protocol.Event.Types.EventType.Delete : Etcd.Protocol.Event.Types.EventType.Put,
        Kv = Wire.Item(change.Item),
        PrevKv = withPrevKv && change.PrevKv is { } before ? Wire.Item(before) : null,
    };
}
