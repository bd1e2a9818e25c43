using System.Buffers.Binary;
using System.Numerics;

namespace Cybernetes.Store.Embedded.Sqlite;

/// <summary>CRC-32C over everything of a row, so that a flipped bit is found when the file is read.</summary>
internal static class RowSum
{
    /// <summary>Of a row: its content and its place in its transaction.</summary>
    public static uint Of(KeyValue item) =>
        ~BitOperations.Crc32C(Sum(item), (uint)item.Sub);

    /// <summary>Of what a reader sees of it.</summary>
    public static uint Content(KeyValue item) => ~Sum(item);

    private static uint Sum(KeyValue item)
    {
        var sum = ~0u;
        sum = BitOperations.Crc32C(sum, (ulong)item.ModRevision.Value);
        sum = BitOperations.Crc32C(sum, (ulong)item.CreateRevision.Value);
        sum = BitOperations.Crc32C(sum, (ulong)item.Version);
        sum = BitOperations.Crc32C(sum, (ulong)item.Lease.Value);
        sum = BitOperations.Crc32C(sum, (uint)item.Key.Length);
        return Add(Add(sum, item.Key.Span), item.Value.Span);
    }

    private static uint Add(uint sum, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= 8)
        {
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }
        foreach (var one in bytes)
        {
            sum = BitOperations.Crc32C(sum, one);
        }
        return sum;
    }
}
