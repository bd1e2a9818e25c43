using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <summary>How a <see cref="Quantity"/> is printed.</summary>
public enum QuantityFormat : byte
{
    /// <summary>1, 2k, 3M, 500m.</summary>
    DecimalSI,

    /// <summary>1Ki, 2Mi, 3Gi.</summary>
    BinarySI,

    /// <summary>1e3, 2e6.</summary>
    DecimalExponent,
}

/// <summary>
/// An exact decimal number with a printing format: upstream's <c>resource.Quantity</c>. At most nine digits after the point (more are rounded away from zero).
/// Equality and order are of the number, not of its format. <c>default</c> is zero.
/// </summary>
public readonly partial struct Quantity : IMessage<Quantity>, IEquatable<Quantity>, IComparable<Quantity>
{
    // The number is _unscaled × 10^_scale, or the boxed BigInteger in _detail × 10^_scale where 64 bits do not hold it.
    // A string in _detail is a form that is not canonical but that upstream keeps.
    private readonly object? _detail;
    private readonly long _unscaled;
    private readonly short _scale;

    private Quantity(long unscaled, int scale, QuantityFormat format, object? detail = null)
    {
        _unscaled = unscaled;
        _scale = (short)scale;
        Format = format;
        _detail = detail;
    }

    /// <summary>A whole number.</summary>
    public Quantity(long value, QuantityFormat format = QuantityFormat.DecimalSI)
        : this(value, 0, format)
    {
    }

    /// <inheritdoc/>
    public static Quantity Empty => default;

    /// <inheritdoc/>
    public static MessageSchema? Schema => null;

    /// <summary>Zero.</summary>
    public static Quantity Zero => default;

    /// <summary>How it is printed.</summary>
    public QuantityFormat Format { get; }

    /// <inheritdoc/>
    public bool IsZero => _unscaled == 0 && _detail is not BigInteger;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => _detail is BigInteger big ? big.Sign : Math.Sign(_unscaled);

    private BigInteger Unscaled => _detail is BigInteger big ? big : _unscaled;

    /// <summary>The number of thousandths.</summary>
    public static Quantity FromMilli(long milli, QuantityFormat format = QuantityFormat.DecimalSI) => new(milli, -3, format);

    /// <summary><paramref name="value"/> × 10^<paramref name="scale"/>.</summary>
    public static Quantity FromScaled(long value, int scale, QuantityFormat format = QuantityFormat.DecimalSI) => new(value, scale, format);

    /// <summary>Reads upstream's forms: <c>1.5Gi</c>, <c>500m</c>, <c>1e3</c>.</summary>
    /// <exception cref="WireException">The text is of none; worded as upstream words it.</exception>
    public static Quantity Parse(string text) => TryParse(Encoding.UTF8.GetBytes(text), out var quantity) is { } error ? throw new WireException(error) : quantity;

    /// <summary>Reads upstream's forms; false where the text is of none.</summary>
    public static bool TryParse(string text, out Quantity quantity) => TryParse(Encoding.UTF8.GetBytes(text), out quantity) is null;

    /// <inheritdoc/>
    public static Quantity ReadJson(ref JsonDecoder json)
    {
        switch (json.Token)
        {
            case JsonTokenType.Null:
                return default;
            case JsonTokenType.String or JsonTokenType.Number:
                return TryParse(Trim(json.Utf8Scalar), out var quantity) is { } error ? throw new WireException(error) : quantity;
            default:
                throw new WireException(QuantityText.WrongFormat);
        }
    }

    /// <inheritdoc/>
    public static Quantity ReadProto(ref ProtoReader proto)
    {
        Quantity quantity = default;
        while (proto.NextField())
        {
            if (proto.Number != 1)
            {
                proto.Skip();
            }
            else if (TryParse(proto.Payload(), out quantity) is { } error)
            {
                throw new WireException(error);
            }
        }

        return quantity;
    }

    /// <inheritdoc/>
    public void WriteJson(Utf8JsonWriter json)
    {
        Span<byte> utf8 = stackalloc byte[QuantityText.SmallLength];
        if (_detail is null && QuantityText.TryFormatSmall(_unscaled, _scale, Format, utf8, out var length))
        {
            json.WriteStringValue(utf8[..length]);
        }
        else
        {
            json.WriteStringValue(ToString());
        }
    }

    /// <inheritdoc/>
    public void WriteProto(ref ProtoWriter proto)
    {
        Span<byte> utf8 = stackalloc byte[QuantityText.SmallLength];
        if (_detail is null && QuantityText.TryFormatSmall(_unscaled, _scale, Format, utf8, out var length))
        {
            proto.Bytes(1, utf8[..length]);
        }
        else
        {
            proto.String(1, ToString());
        }
    }

    /// <inheritdoc/>
    public bool Equals(Quantity other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Quantity other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var (unscaled, scale) = (Unscaled, (int)_scale);
        while (!unscaled.IsZero && BigInteger.Remainder(unscaled, 10).IsZero)
        {
            unscaled /= 10;
            scale++;
        }

        return unscaled.IsZero ? 0 : HashCode.Combine(unscaled, scale);
    }

    /// <summary>The canonical form.</summary>
    public override string ToString()
    {
        if (_detail is string kept)
        {
            return kept;
        }

        Span<byte> utf8 = stackalloc byte[QuantityText.SmallLength];
        return _detail is null && QuantityText.TryFormatSmall(_unscaled, _scale, Format, utf8, out var length)
            ? Encoding.ASCII.GetString(utf8[..length])
            : QuantityText.Format(Unscaled, _scale, Format);
    }

    /// <summary>A whole number.</summary>
    public static implicit operator Quantity(long value) => new(value);

    /// <summary>Same number.</summary>
    public static bool operator ==(Quantity left, Quantity right) => left.Equals(right);

    /// <summary>Another number.</summary>
    public static bool operator !=(Quantity left, Quantity right) => !left.Equals(right);

    /// <summary>Smaller.</summary>
    public static bool operator <(Quantity left, Quantity right) => left.CompareTo(right) < 0;

    /// <summary>Greater.</summary>
    public static bool operator >(Quantity left, Quantity right) => left.CompareTo(right) > 0;

    /// <summary>Smaller or same.</summary>
    public static bool operator <=(Quantity left, Quantity right) => left.CompareTo(right) <= 0;

    /// <summary>Greater or same.</summary>
    public static bool operator >=(Quantity left, Quantity right) => left.CompareTo(right) >= 0;

    /// <summary>The sum.</summary>
    public static Quantity operator +(Quantity left, Quantity right) => left.Add(right);

    /// <summary>The difference.</summary>
    public static Quantity operator -(Quantity left, Quantity right) => left.Sub(right);

    /// <summary>The negative.</summary>
    public static Quantity operator -(Quantity quantity) => quantity.Neg();

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) => text.Trim(" \t\r\n\v\f"u8);
}
