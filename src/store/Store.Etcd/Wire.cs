using Google.Protobuf;

namespace Cybernetes.Store.Etcd;

/// <summary>Between the contract's types and etcd's messages. Values are not copied.</summary>
internal static class Wire
{
    private static readonly ByteString Zero = ByteString.CopyFrom(0);

    public static ByteString Bytes(ReadOnlyMemory<byte> bytes) => bytes.IsEmpty ? ByteString.Empty : UnsafeByteOperations.UnsafeWrap(bytes);

    public static ByteString Key(StoreKey key) => Bytes(key.Memory);

    public static StoreKey Key(ByteString bytes) => StoreKey.Own(bytes.ToByteArray());

    /// <summary>etcd's key and range_end: no end for one key, a zero byte where there is no bound.</summary>
    public static (ByteString Key, ByteString End) Range(KeyRange range) => range.IsSingle
        ? (Key(range.Start), ByteString.Empty)
        : (range.Start.IsEmpty ? Zero : Key(range.Start), range.End.IsEmpty ? Zero : Key(range.End));

    public static KeyRange Range(ByteString key, ByteString end)
    {
        var start = Key(key);
        return end.IsEmpty ? KeyRange.Single(start)
            : end.Span is [0] ? new KeyRange(start.Span is [0] ? default : start, default)
            : new KeyRange(start, Key(end));
    }

    public static KeyValue Item(Protocol.KeyValue wire) => new()
    {
        Key = Key(wire.Key),
        Value = wire.Value.Memory,
        CreateRevision = new Revision(wire.CreateRevision),
        ModRevision = new Revision(wire.ModRevision),
        Version = wire.Version,
        Lease = new LeaseId(wire.Lease),
    };

    public static Protocol.KeyValue Item(KeyValue item) => new()
    {
        Key = Key(item.Key),
        Value = Bytes(item.Value),
        CreateRevision = item.CreateRevision.Value,
        ModRevision = item.ModRevision.Value,
        Version = item.Version,
        Lease = item.Lease.Value,
    };

    public static StoreEvent Event(Protocol.Event wire) =>
        new(Item(wire.Kv), wire.PrevKv is { } before ? Item(before) : null);
}
