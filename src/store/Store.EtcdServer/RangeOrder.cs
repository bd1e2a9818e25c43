using Cybernetes.Store.Etcd;
using Cybernetes.Store.Etcd.Protocol;
using static Cybernetes.Store.Etcd.Protocol.RangeRequest.Types;

namespace Cybernetes.Store.EtcdServer;

/// <summary>What etcd's ranges can that the store's cannot: other orders, and bounds on revisions.</summary>
internal static class RangeOrder
{
    /// <summary>The store's request; without limit when the answer is still to be sorted or filtered.</summary>
    public static RangeRequest Plain(Etcd.Protocol.RangeRequest wire)
    {
        if (wire.Key.IsEmpty)
        {
            throw StoreException.EmptyKey();
        }
        var shaped = IsShaped(wire);
        return new RangeRequest(
            Wire.Range(wire.Key, wire.RangeEnd),
            new Revision(wire.Revision),
            shaped ? 0 : wire.Limit,
            wire.KeysOnly && wire.SortTarget != SortTarget.Value,
            wire.CountOnly);
    }

    /// <summary>etcd's answer.</summary>
    public static RangeResponse Shape(Etcd.Protocol.RangeRequest wire, RangeResult result, Member member)
    {
        var items = result.Items;
        var more = result.More;
        if (IsShaped(wire))
        {
            items = [.. Sort(wire, items.Where(item => IsWanted(wire, item)))];
            more = wire.Limit > 0 && items.Count > wire.Limit;
            items = more ? [.. items.Take((int)wire.Limit)] : items;
        }
        var response = new RangeResponse { Header = member.Header(result.Revision), Count = result.Count, More = more };
        foreach (var item in items)
        {
            var kv = Wire.Item(item);
            if (wire.KeysOnly)
            {
                kv.Value = Google.Protobuf.ByteString.Empty;
            }
            response.Kvs.Add(kv);
        }
        return response;
    }

    private static bool IsShaped(Etcd.Protocol.RangeRequest wire) =>
        wire.SortOrder == SortOrder.Descend || wire.SortTarget != SortTarget.Key ||
        wire.MinModRevision != 0 || wire.MaxModRevision != 0 || wire.MinCreateRevision != 0 || wire.MaxCreateRevision != 0;

    private static bool IsWanted(Etcd.Protocol.RangeRequest wire, KeyValue item) =>
        item.ModRevision.Value >= wire.MinModRevision && item.CreateRevision.Value >= wire.MinCreateRevision &&
        (wire.MaxModRevision == 0 || item.ModRevision.Value <= wire.MaxModRevision) &&
        (wire.MaxCreateRevision == 0 || item.CreateRevision.Value <= wire.MaxCreateRevision);

    private static IEnumerable<KeyValue> Sort(Etcd.Protocol.RangeRequest wire, IEnumerable<KeyValue> items)
    {
        // Asked for a target without an order, etcd sorts upwards.
        var sorted = wire.SortTarget switch
        {
            SortTarget.Version => items.OrderBy(item => item.Version),
            SortTarget.Create => items.OrderBy(item => item.CreateRevision),
            SortTarget.Mod => items.OrderBy(item => item.ModRevision),
            SortTarget.Value => items.OrderBy(item => StoreKey.Copy(item.Value.Span)),
            _ => items,
        };
        return wire.SortOrder == SortOrder.Descend ? sorted.Reverse() : sorted;
    }
}
