using System.Numerics;

namespace Cybernetes.Api.Machinery;

/// <content>Arithmetic and readings. Where a reading does not fit 64 bits it is cut to the nearest that does.</content>
public readonly partial struct Quantity
{
    /// <summary>The number rounded up (away from zero) to a whole one.</summary>
    public long Value => ScaledValue(0);

    /// <summary>The number of thousandths, rounded up (away from zero).</summary>
    public long MilliValue => ScaledValue(-3);

    /// <summary>The number in units of 10^<paramref name="scale"/>, rounded up (away from zero).</summary>
    public long ScaledValue(int scale)
    {
        if (_detail is not BigInteger && scale == _scale)
        {
            return _unscaled;
        }

        if (_detail is not BigInteger && _scale < scale && scale - _scale <= 18)
        {
            var unit = PowerOfTen(scale - _scale);
            var (quotient, remainder) = Math.DivRem(_unscaled, unit);
            return remainder == 0 ? quotient : quotient + Math.Sign(_unscaled);
        }

        var scaled = QuantityText.Rescale(Unscaled, _scale, scale);
        return scaled > long.MaxValue ? long.MaxValue : scaled < long.MinValue ? long.MinValue : (long)scaled;
    }

    /// <summary>The number as a floating point number, as near as those come.</summary>
    public double ToDouble() => _scale < 0
        ? (double)Unscaled / Math.Pow(10, -_scale)
        : (double)Unscaled * Math.Pow(10, _scale);

    /// <summary>The sum; a zero takes the other's format.</summary>
    public Quantity Add(Quantity other)
    {
        var format = IsZero ? other.Format : Format;
        if (_scale == other._scale && _detail is not BigInteger && other._detail is not BigInteger)
        {
            var sum = unchecked(_unscaled + other._unscaled);
            if (((_unscaled ^ sum) & (other._unscaled ^ sum)) >= 0)
            {
                return new(sum, _scale, format);
            }
        }

        var scale = Math.Min(_scale, other._scale);
        return Make(QuantityText.Rescale(Unscaled, _scale, scale) + QuantityText.Rescale(other.Unscaled, other._scale, scale), scale, format);
    }

    /// <summary>The difference; a zero takes the other's format.</summary>
    public Quantity Sub(Quantity other) => Add(other.Neg());

    /// <summary>The negative.</summary>
    public Quantity Neg() => _detail is BigInteger || _unscaled == long.MinValue ? Make(-Unscaled, _scale, Format) : new(-_unscaled, _scale, Format);

    /// <summary>The product with a whole number.</summary>
    public Quantity Mul(long factor) => Make(Unscaled * factor, _scale, Format);

    /// <summary>The number rounded up (away from zero) so that nothing stands below 10^<paramref name="scale"/>.</summary>
    public Quantity RoundUp(int scale) => _scale >= scale
        ? new(_unscaled, _scale, Format, _detail is string ? null : _detail)
        : Make(QuantityText.Rescale(Unscaled, _scale, scale), scale, Format);

    /// <summary>The same number with another format.</summary>
    public Quantity WithFormat(QuantityFormat format) => new(_unscaled, _scale, format, _detail is string ? null : _detail);

    /// <summary>Order by number.</summary>
    public int CompareTo(Quantity other)
    {
        if (_scale == other._scale && _detail is not BigInteger && other._detail is not BigInteger)
        {
            return _unscaled.CompareTo(other._unscaled);
        }

        if (Sign != other.Sign)
        {
            return Sign.CompareTo(other.Sign);
        }

        var scale = Math.Min(_scale, other._scale);
        return QuantityText.Rescale(Unscaled, _scale, scale).CompareTo(QuantityText.Rescale(other.Unscaled, other._scale, scale));
    }

    private static long PowerOfTen(int power)
    {
        long result = 1;
        for (var i = 0; i < power; i++)
        {
            result *= 10;
        }

        return result;
    }
}
