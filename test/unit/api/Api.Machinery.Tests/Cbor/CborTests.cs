using CsCheck;

namespace Cybernetes.Api.Machinery.Tests;

public sealed class CborTests
{
    private static readonly Gen<Value> _values = Gen.Recursive<Value>((depth, inner) => depth > 3 ? Scalars : Gen.OneOf(
        Scalars,
        inner.Array[0, 4].Select(items => Value.List(ValueList.Adopt(items))),
        Gen.Select(Gen.String[Gen.Char['a', 'z'], 0, 40], inner).Array[0, 4].Select(entries => Value.Map(ValueMap.From(entries.Select(entry => new KeyValuePair<string, Value>(entry.Item1, entry.Item2)))))));

    private static Gen<Value> Scalars => Gen.OneOf(
        Gen.Const(Value.Null),
        Gen.Bool.Select(truth => (Value)truth),
        Gen.Long.Select(number => (Value)number),
        Gen.Double[-1e12, 1e12].Select(number => (Value)number),
        Gen.Float[-100, 100].Select(number => (Value)(double)number),
        Gen.String.AlphaNumeric.Select(text => (Value)text));

    [Fact]
    public void WhatIsWrittenReadsBackTheSame() => _values.Sample(value =>
    {
        var bytes = CborWriter.Write(value);
        Assert.True(CborReader.IsCbor(bytes));
        Assert.Equal(value, CborReader.Read(bytes));
    });

    [Theory]
    [InlineData("null", "D9D9F7F6")]
    [InlineData("{\"b\":1,\"aa\":-500,\"a\":\"é\"}", "D9D9F7A3416142C3A9416201426161" + "3901F3")]
    [InlineData("[1.5,true,[]]", "D9D9F783F93E00F580")]
    public void EncodingIsUpstreams(string json, string hex) => Assert.Equal(hex, Convert.ToHexString(CborWriter.Write(Value.ParseJson(json))));

    [Theory]
    [InlineData("61C3")]
    [InlineData("9B7FFFFFFFFFFFFFFF")]
    [InlineData("1BFFFFFFFFFFFFFFFF")]
    [InlineData("A2416101416102")]
    [InlineData("A10101")]
    [InlineData("F97E00")]
    [InlineData("FF")]
    [InlineData("5F4161")]
    [InlineData("C5820102")]
    [InlineData("0101")]
    [InlineData("")]
    public void BadCborIsRefused(string hex) => Assert.Throws<WireException>(() => CborReader.Read(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("D9D9F7BF6161019F0203FFFF", null)]
    [InlineData("9F0203FF", "[2,3]")]
    [InlineData("D642FF00", "\"/wA=\"")]
    [InlineData("5F41614162FF", "\"ab\"")]
    public void OtherFormsOfTheSameAreRead(string hex, string? json)
    {
        if (json is null)
        {
            Assert.Throws<WireException>(() => CborReader.Read(Convert.FromHexString(hex)));
        }
        else
        {
            Assert.Equal(json, CborReader.Read(Convert.FromHexString(hex)).ToString());
        }
    }

    [Fact]
    public void DeepNestingIsRefusedNotCrashed() => Assert.Throws<WireException>(() => CborReader.Read(Enumerable.Repeat((byte)0x81, 1_000_000).ToArray()));
}
