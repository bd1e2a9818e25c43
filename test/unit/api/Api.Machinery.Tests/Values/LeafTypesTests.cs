using System.Text;

namespace Cybernetes.Api.Machinery.Tests;

public sealed class LeafTypesTests
{
    [Theory]
    [InlineData("nonsense", """parsing time "nonsense" as "2006-01-02T15:04:05Z07:00": cannot parse "nonsense" as "2006" """)]
    [InlineData("2026-13-01T00:00:00Z", """parsing time "2026-13-01T00:00:00Z": month out of range """)]
    [InlineData("2026-02-30T00:00:00Z", """parsing time "2026-02-30T00:00:00Z": day out of range """)]
    [InlineData("2026-01-01T00:00:00Zx", """parsing time "2026-01-01T00:00:00Zx": extra text: "x" """)]
    public void BadTimesAreRefusedInGosWords(string given, string error) => Assert.Equal(error.TrimEnd(), Assert.Throws<WireException>(() => Time.Parse(given)).Message);

    [Fact]
    public void MicroTimeDemandsSixDigits() => Assert.Equal(
        """parsing time "2026-01-01T00:00:00Z" as "2006-01-02T15:04:05.000000Z07:00": cannot parse "Z" as ".000000" """.TrimEnd(),
        Assert.Throws<WireException>(() => MicroTime.Parse("2026-01-01T00:00:00Z")).Message);

    [Fact]
    public void TimesAreShownInUtc()
    {
        Assert.Equal("2026-01-01T10:00:00Z", Time.Parse("2026-01-01T12:00:00.75+02:00").ToString());
        Assert.Equal("2026-01-01T12:00:00.750000Z", MicroTime.Parse("2026-01-01T12:00:00.750000Z").ToString());
        Assert.Equal("null", Encoding.UTF8.GetString(JsonEncoder.ToArray(default(Time))));
        Assert.Empty(ProtoWriter.ToArray(default(Time)));
    }

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(1, "1ns")]
    [InlineData(1_100, "1.1µs")]
    [InlineData(2_200_000, "2.2ms")]
    [InlineData(3_300_000_000, "3.3s")]
    [InlineData(245_000_000_000, "4m5s")]
    [InlineData(245_001_000_000, "4m5.001s")]
    [InlineData(18_367_001_000_000, "5h6m7.001s")]
    [InlineData(long.MaxValue, "2562047h47m16.854775807s")]
    [InlineData(long.MinValue, "-2562047h47m16.854775808s")]
    public void DurationsArePrintedAndReadAsGoDoes(long nanoseconds, string text)
    {
        Assert.Equal(text, new Duration(nanoseconds).ToString());
        Assert.Equal(nanoseconds, Duration.Parse(text).Nanoseconds);
    }

    [Theory]
    [InlineData("", "time: invalid duration \"\"")]
    [InlineData("3", "time: missing unit in duration \"3\"")]
    [InlineData("3y", "time: unknown unit \"y\" in duration \"3y\"")]
    [InlineData("9223372036854775808ns", "time: invalid duration \"9223372036854775808ns\"")]
    public void BadDurationsAreRefusedInGosWords(string given, string error) => Assert.Equal(error, Assert.Throws<WireException>(() => Duration.Parse(given)).Message);

    [Theory]
    [InlineData("1.0", "1")]
    [InlineData("1e3", "1000")]
    [InlineData("1e21", "1e+21")]
    [InlineData("1e-7", "1e-7")]
    [InlineData("123456789012345680000.5", "123456789012345680000")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("-0.0", "-0")]
    [InlineData("""{"b":[1,"x<y",null,true],"a":{"k":"é\u2028"}}""", """{"a":{"k":"é\u2028"},"b":[1,"x\u003cy",null,true]}""")]
    [InlineData("\"\U0001F600\\u0000\\u007f\\t\"", "\"\U0001F600\\u0000\u007f\\t\"")]
    public void ValuesAreWrittenAsGoWritesThem(string given, string written) => Assert.Equal(written, Value.ParseJson(given).ToString());

    [Fact]
    public void RawJsonIsCompacted() =>
        Assert.Equal("""{"a":1.0,"b":"\u003c"}""", Encoding.UTF8.GetString(JsonEncoder.ToArray(RawExtension.FromJson("""{ "a": 1.0, "b": "<" }"""))));

    [Fact]
    public void DeepNestingIsRefusedNotCrashed()
    {
        var deep = Encoding.UTF8.GetBytes(new string('[', 200_000));
        Assert.Throws<WireException>(() => Value.ParseJson(deep));
    }

    [Theory]
    [InlineData("v", 0)]
    [InlineData("!!", 0)]
    [InlineData("YWJj!", 4)]
    [InlineData("YWJjZ", 4)]
    [InlineData("YQ=", 3)]
    [InlineData("YQ==x", 4)]
    public void BadBase64IsToldWithGosPlace(string text, int place) => Assert.Equal(place, GoBase64.FirstWrong(text));
}
