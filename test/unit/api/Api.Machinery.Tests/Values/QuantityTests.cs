using System.Globalization;
using System.Numerics;
using CsCheck;

namespace Cybernetes.Api.Machinery.Tests;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("1000m", "1")]
    [InlineData("0.5", "500m")]
    [InlineData("1024Mi", "1Gi")]
    [InlineData("1.5Gi", "1536Mi")]
    [InlineData("0.5Ki", "512")]
    [InlineData("100k", "100k")]
    [InlineData("1000k", "1M")]
    [InlineData("1e3", "1e3")]
    [InlineData("1.5e3", "1500")]
    [InlineData("12e4", "120e3")]
    [InlineData("-1.1", "-1100m")]
    [InlineData("+5", "+5")]
    [InlineData("0.1n", "1n")]
    [InlineData("1.1n", "2n")]
    [InlineData("10E", "9223372036854775807")]
    [InlineData("0.1Ki", "102400m")]
    [InlineData("1023.5", "1023500m")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("9223372036854775808", "9223372036854775807")]
    [InlineData("100000000000000000000m", "100P")]
    [InlineData("1500Mi", "1500Mi")]
    [InlineData("4Ei", "4Ei")]
    [InlineData("9Ei", "9223372036854775807")]
    [InlineData("0Ki", "0")]
    [InlineData("-0", "0")]
    [InlineData(".5", "500m")]
    [InlineData("5.", "5.")]
    public void CanonicalFormIsUpstreams(string given, string canonical) => Assert.Equal(canonical, Quantity.Parse(given).ToString());

    [Theory]
    [InlineData("", "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")]
    [InlineData("1.1.1", "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")]
    [InlineData("1 ", "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")]
    [InlineData("aaa", "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")]
    [InlineData("1mm", "unable to parse quantity's suffix")]
    [InlineData("1ki", "unable to parse quantity's suffix")]
    [InlineData("m", "unable to parse numeric part of quantity")]
    public void BadTextIsRefusedInUpstreamsWords(string given, string error) =>
        Assert.Equal(error, Assert.Throws<WireException>(() => Quantity.Parse(given)).Message);

    [Fact]
    public void ArithmeticAgreesWithBigInteger() => Gen.Select(Gen.Long, Gen.Int[-9, 9], Gen.Long, Gen.Int[-9, 9]).Sample((a, aScale, b, bScale) =>
    {
        var (left, right) = (Quantity.FromScaled(a, aScale), Quantity.FromScaled(b, bScale));
        var (exactLeft, exactRight) = (a * BigInteger.Pow(10, aScale + 9), b * BigInteger.Pow(10, bScale + 9));
        Assert.Equal(exactLeft.CompareTo(exactRight), Math.Sign(left.CompareTo(right)));
        Assert.Equal(exactLeft + exactRight, Nanos(left + right));
        Assert.Equal(exactLeft - exactRight, Nanos(left - right));
        Assert.Equal(exactLeft == exactRight, left == right);
        Assert.Equal(Clamp(RoundAway(exactLeft, 9)), left.Value);
        Assert.Equal(Clamp(RoundAway(exactLeft, 6)), left.MilliValue);
    });

    [Fact]
    public void CanonicalFormReadsBackAsItself() => Gen.Select(Gen.Long, Gen.Int[-9, 9], Gen.Enum<QuantityFormat>()).Sample((number, scale, format) =>
    {
        var given = Quantity.FromScaled(number, scale, format);
        var text = given.ToString();
        if (Nanos(given) > (BigInteger)long.MaxValue * 1_000_000_000 || Nanos(given) < -(BigInteger)long.MaxValue * 1_000_000_000)
        {
            return;
        }

        var read = Quantity.Parse(text);
        Assert.True(format == QuantityFormat.BinarySI || given == read);
        if (format != QuantityFormat.BinarySI || text.EndsWith('i'))
        {
            Assert.Equal(text, read.ToString());
        }
    });

    [Fact]
    public void EqualNumbersHashAlike() => Gen.Select(Gen.Int, Gen.Int[-9, 0]).Sample((number, scale) =>
        Assert.Equal(Quantity.FromScaled(number, scale).GetHashCode(), Quantity.FromScaled(number * 1000L, scale - 3).GetHashCode()));

    [Fact]
    public void AnyTextIsReadOrRefusedAndWhatIsReadIsStable() => Gen.String[Gen.Char["0123456789.+-eEinumkKMGTP"], 0, 24].Sample(text =>
    {
        if (Quantity.TryParse(text, out var quantity))
        {
            // Printing may round up (0.1Pi has no whole number of bytes); what is printed stays.
            var printed = quantity.ToString();
            Assert.Equal(printed, Quantity.Parse(printed).ToString());
        }
    });

    private static BigInteger Nanos(Quantity quantity)
    {
        var text = quantity.WithFormat(QuantityFormat.DecimalExponent).ToString();
        var mark = text.IndexOf('e', StringComparison.Ordinal);
        var number = BigInteger.Parse(mark < 0 ? text : text[..mark], CultureInfo.InvariantCulture);
        var power = mark < 0 ? 0 : int.Parse(text.AsSpan(mark + 1), CultureInfo.InvariantCulture);
        return number * BigInteger.Pow(10, power + 9);
    }

    private static BigInteger RoundAway(BigInteger number, int digits)
    {
        var (quotient, remainder) = BigInteger.DivRem(number, BigInteger.Pow(10, digits));
        return remainder.IsZero ? quotient : quotient + number.Sign;
    }

    private static long Clamp(BigInteger number) => number > long.MaxValue ? long.MaxValue : number < long.MinValue ? long.MinValue : (long)number;
}
