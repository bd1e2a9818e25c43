using System.Buffers.Binary;
using System.Numerics;
using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <summary>
/// Shares the short texts that API objects repeat ("Pod", "TCP", namespace names, label keys): a fixed table in which the newest text of a slot stays.
/// Reads race benignly: a slot is one reference, and a miss only costs an allocation.
/// </summary>
internal sealed class StringPool
{
    private const int MaxLength = 48;
    private readonly string?[] _slots = new string?[4096];

    public static StringPool Shared { get; } = new();

    public string Get(ref Utf8JsonReader reader, scoped in JsonDecoder decoder)
    {
        var utf8 = reader.ValueSpan;
        return reader.ValueIsEscaped || utf8.Length > MaxLength || !System.Text.Ascii.IsValid(utf8) ? decoder.DecodeString() : Get(utf8);
    }

    /// <summary>The text of these ASCII bytes.</summary>
    public string Get(ReadOnlySpan<byte> ascii)
    {
        if (ascii.Length == 0)
        {
            return "";
        }

        ref var slot = ref _slots[Hash(ascii) & 4095];
        var pooled = slot;
        if (pooled is not null && System.Text.Ascii.Equals(ascii, pooled))
        {
            return pooled;
        }

        return slot = System.Text.Encoding.ASCII.GetString(ascii);
    }

    // Eight bytes a step; the last step takes the last eight again, or what there is of them.
    private static uint Hash(ReadOnlySpan<byte> text)
    {
        const ulong Factor = 0x9E3779B97F4A7C15;
        var hash = (ulong)text.Length * Factor;
        if (text.Length >= sizeof(ulong))
        {
            for (var at = 0; at < text.Length - sizeof(ulong); at += sizeof(ulong))
            {
                hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text[at..])) * Factor, 29);
            }

            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text[^sizeof(ulong)..])) * Factor;
        }
        else
        {
            ulong rest = 0;
            foreach (var b in text)
            {
                rest = (rest << 8) | b;
            }

            hash = (hash ^ rest) * Factor;
        }

        return (uint)(hash >> 40);
    }
}
