namespace Cybernetes.Base.Tests;

public sealed class GoTextTests
{
    [Theory]
    [InlineData("1h30m", "1h30m0s")]
    [InlineData("1.5s", "1.5s")]
    [InlineData("90s", "1m30s")]
    [InlineData("250ms", "250ms")]
    [InlineData("0", "0s")]
    [InlineData("-5m", "-5m0s")]
    [InlineData("100us", "100µs")]
    [InlineData("24h", "24h0m0s")]
    public void DurationsReadAndWriteAsInGo(string text, string expected) => Assert.Equal(expected, GoDuration.Format(GoDuration.Parse(text)));

    [Theory]
    [InlineData(1, "1")]
    [InlineData(0.005, "0.005")]
    [InlineData(1000000, "1e+06")]
    [InlineData(123456, "123456")]
    [InlineData(1234567.5, "1.2345675e+06")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(double.PositiveInfinity, "+Inf")]
    public void NumbersAreWrittenAsInGo(double value, string expected) => Assert.Equal(expected, GoFloat.Format(value));
}
