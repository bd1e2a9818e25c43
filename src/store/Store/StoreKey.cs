using System.Text;

namespace Cybernetes.Store;

/// <summary>
/// A key: bytes, ordered byte by byte as etcd orders them. Immutable; a string converts implicitly (UTF-8), because every key
/// Kubernetes writes is text such as <c>/registry/pods/default/web</c>. The default value is the empty key.
/// </summary>
public readonly struct StoreKey : IEquatable<StoreKey>, IComparable<StoreKey>
{
    private readonly byte[]? _bytes;

    private StoreKey(byte[] bytes) => _bytes = bytes;

    /// <summary>The key as text; bytes that are not UTF-8 show as replacement characters.</summary>
    public static implicit operator StoreKey(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>A key that owns a copy of <paramref name="bytes"/>.</summary>
    public static StoreKey Copy(ReadOnlySpan<byte> bytes) => new(bytes.ToArray());

    /// <summary>A key over <paramref name="bytes"/> itself, which the caller must not change any more.</summary>
    public static StoreKey Own(byte[] bytes) => new(bytes);

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span => _bytes;

    /// <summary>The bytes, to be kept.</summary>
    public ReadOnlyMemory<byte> Memory => _bytes;

    /// <summary>Length in bytes.</summary>
    public int Length => _bytes?.Length ?? 0;

    /// <summary>Whether this is the empty key.</summary>
    public bool IsEmpty => Length == 0;

    internal byte[] Array => _bytes ?? [];

    /// <summary>The smallest key greater than this one: this key and a zero byte.</summary>
    public StoreKey Next()
    {
        var next = new byte[Length + 1];
        Span.CopyTo(next);
        return new StoreKey(next);
    }

    /// <summary>The smallest key greater than every key that starts with this one; empty (no bound) when there is none.</summary>
    public StoreKey PrefixEnd()
    {
        var span = Span;
        for (var i = span.Length - 1; i >= 0; i--)
        {
            if (span[i] < 0xff)
            {
                var end = span[..(i + 1)].ToArray();
                end[i]++;
                return new StoreKey(end);
            }
        }
        return default;
    }

    /// <summary>Whether this key starts with <paramref name="prefix"/>.</summary>
    public bool StartsWith(StoreKey prefix) => Span.StartsWith(prefix.Span);

    /// <inheritdoc/>
    public int CompareTo(StoreKey other) => Span.SequenceCompareTo(other.Span);

    /// <inheritdoc/>
    public bool Equals(StoreKey other) => Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StoreKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Span);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => Encoding.UTF8.GetString(Span);

    /// <summary>Same bytes.</summary>
    public static bool operator ==(StoreKey left, StoreKey right) => left.Equals(right);

    /// <summary>Different bytes.</summary>
    public static bool operator !=(StoreKey left, StoreKey right) => !left.Equals(right);

    /// <summary>Sorts before.</summary>
    public static bool operator <(StoreKey left, StoreKey right) => left.CompareTo(right) < 0;

    /// <summary>Sorts after.</summary>
    public static bool operator >(StoreKey left, StoreKey right) => left.CompareTo(right) > 0;

    /// <summary>Sorts before or is equal.</summary>
    public static bool operator <=(StoreKey left, StoreKey right) => left.CompareTo(right) <= 0;

    /// <summary>Sorts after or is equal.</summary>
    public static bool operator >=(StoreKey left, StoreKey right) => left.CompareTo(right) >= 0;
}
