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

        var hash = 2166136261u;
        foreach (var b in ascii)
        {
            hash = (hash ^ b) * 16777619;
        }

        ref var slot = ref _slots[(hash ^ (hash >> 16)) & 4095];
        var pooled = slot;
        if (pooled is not null && System.Text.Ascii.Equals(ascii, pooled))
        {
            return pooled;
        }

        return slot = System.Text.Encoding.ASCII.GetString(ascii);
    }
}
