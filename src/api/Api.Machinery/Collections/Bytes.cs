namespace Cybernetes.Api.Machinery;

/// <summary>Immutable bytes with value equality. <c>default</c> is upstream's nil; it equals the empty bytes.</summary>
public readonly struct Bytes : IEquatable<Bytes>
{
    private readonly byte[]? _content;

    private Bytes(byte[]? content) => _content = content;

    /// <summary>True for upstream's nil.</summary>
    public bool IsNil => _content is null;

    /// <summary>True when there is no byte.</summary>
    public bool IsEmpty => _content is null || _content.Length == 0;

    /// <summary>How many bytes.</summary>
    public int Length => _content?.Length ?? 0;

    /// <summary>The bytes without a copy.</summary>
    public ReadOnlySpan<byte> Span => _content;

    /// <summary>The bytes without a copy.</summary>
    public ReadOnlyMemory<byte> Memory => _content;

    /// <summary>Bytes that take over <paramref name="content"/>, which the caller must not change any more.</summary>
    public static Bytes Adopt(byte[]? content) => new(content);

    /// <summary>A copy of <paramref name="content"/>.</summary>
    public static Bytes Copy(ReadOnlySpan<byte> content) => new(content.ToArray());

    /// <summary>The UTF-8 form of a text.</summary>
    public static Bytes FromText(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));

    /// <inheritdoc/>
    public bool Equals(Bytes other) => Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Bytes other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Span);
        return hash.ToHashCode();
    }

    /// <summary>The bytes read as UTF-8.</summary>
    public override string ToString() => System.Text.Encoding.UTF8.GetString(Span);

    /// <summary>Value equality.</summary>
    public static bool operator ==(Bytes left, Bytes right) => left.Equals(right);

    /// <summary>Value inequality.</summary>
    public static bool operator !=(Bytes left, Bytes right) => !left.Equals(right);
}
