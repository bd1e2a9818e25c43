using System.Text;
using CsCheck;

namespace Cybernetes.Api.Machinery.Tests;

public sealed class YamlTests
{
    private static readonly Gen<Value> _values = Gen.Recursive<Value>((depth, inner) => depth > 3 ? Scalars : Gen.OneOf(
        Scalars,
        inner.Array[0, 4].Select(items => Value.List(ValueList.Adopt(items))),
        Gen.Select(Gen.String[0, 8], inner).Array[0, 4].Select(entries => Value.Map(ValueMap.From(entries.Select(entry => new KeyValuePair<string, Value>(WellFormed(entry.Item1), entry.Item2)))))));

    private static Gen<Value> Scalars => Gen.OneOf(
        Gen.Const(Value.Null),
        Gen.Bool.Select(truth => (Value)truth),
        Gen.Long.Select(number => (Value)number),
        Gen.Double[-1e12, 1e12].Select(number => (Value)number),
        Gen.String.Select(text => (Value)WellFormed(text)),
        Gen.String[Gen.Char["ab01 \n\t:-#'\"{}[],&*!|>%@`?~.yn_eEx+é\u2028"], 0, 30].Select(text => (Value)text));

    [Theory]
    [InlineData("a: yes\nb: 0777\nc: 1e3\nd: ~\ne: 0x1F\nf: '1'\ng: 1_000\nh: 089", """{"a":true,"b":511,"c":1000,"d":null,"e":31,"f":"1","g":1000,"h":89}""")]
    [InlineData("- a\n- - b\n  - c\n- {d: e, f: [1]}", """["a",["b","c"],{"d":"e","f":[1]}]""")]
    [InlineData("a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n  e: 2", """{"a":{"b":1},"c":{"b":1},"d":{"b":1,"e":2}}""")]
    [InlineData("1: a\ntrue: b\n1.5: c", """{"1":"a","1.5":"c","true":"b"}""")]
    [InlineData("a: 2001-12-14\nb: 2001-12-14T21:59:43.10-05:00", """{"a":"2001-12-14","b":"2001-12-14T21:59:43.10-05:00"}""")]
    [InlineData("a: |\n  x\n  y\nb: >-\n  x\n  y", """{"a":"x\ny\n","b":"x y"}""")]
    [InlineData("# only a comment\n", "null")]
    [InlineData("""{"a": "\u00e9\n", "b": 12345678901234567890}""", """{"a":"é\n","b":12345678901234567000}""")]
    [InlineData("a: !!str 5\nb: !!float 5\nc: !!binary aGk=", """{"a":"5","b":5,"c":"hi"}""")]
    public void YamlMeansWhatUpstreamReads(string yaml, string json) => Assert.Equal(json, YamlReader.Read(Encoding.UTF8.GetBytes(yaml)).ToString());

    [Theory]
    [InlineData("a: b: c")]
    [InlineData("a: .inf")]
    [InlineData("a: *none")]
    [InlineData("[a: b")]
    [InlineData("a: \"")]
    public void BadYamlIsRefusedWithTheLine(string yaml) => Assert.StartsWith(
        "error converting YAML to JSON: yaml: ",
        Assert.Throws<WireException>(() => YamlReader.Read(Encoding.UTF8.GetBytes(yaml))).Message);

    [Theory]
    [InlineData("not: [valid", "error converting YAML to JSON: yaml: line 1: did not find expected ',' or ']'")]
    [InlineData("a: b: c", "error converting YAML to JSON: yaml: mapping values are not allowed in this context")]
    [InlineData("x: 1\na: b: c", "error converting YAML to JSON: yaml: line 2: mapping values are not allowed in this context")]
    public void ErrorsAreUpstreams(string yaml, string error) => Assert.Equal(error, Assert.Throws<WireException>(() => YamlReader.Read(Encoding.UTF8.GetBytes(yaml))).Message);

    [Fact]
    public void AliasBombIsRefused()
    {
        var bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
        for (var c = 'b'; c < 'k'; c++)
        {
            bomb.Append($"{c}: &{c} [{string.Join(',', Enumerable.Repeat($"*{(char)(c - 1)}", 9))}]\n");
        }

        Assert.Contains("excessive aliasing", Assert.Throws<WireException>(() => YamlReader.Read(Encoding.UTF8.GetBytes(bomb.ToString()))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DeepNestingIsRefusedNotCrashed() => Assert.Throws<WireException>(() => YamlReader.Read(Encoding.UTF8.GetBytes(new string('[', 100_000))));

    [Fact]
    public void DuplicateKeysAreToldWithTheirLine()
    {
        var duplicates = new List<string>();
        YamlReader.Read("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n"u8, duplicates);
        Assert.Equal(["line 4: key \"c\" already set in map", "line 5: key \"a\" already set in map"], duplicates);
    }

    [Fact]
    public void StreamsAreSplitAtDashes()
    {
        var documents = YamlReader.ReadAll("---\na: 1\n---\n# nothing\n---\nb: |\n  ---\n  x\n--- {c: 3}\n"u8);
        Assert.Equal(["1:{\"a\":1}", "3:{\"b\":\"---\\nx\\n\"}", "4:{\"c\":3}"], documents.Select(document => $"{document.Number}:{document.Document}"));
    }

    [Fact]
    public void OutputIsUpstreamsByteForByte()
    {
        var value = Value.ParseJson("""
            {"a10":1,"a2":[],"b":{},"list":[{"x":1,"y":[1,[2,3]]},"- s",["t"]],"n":null,"t":true,"f":1.5,"e":1e21,"s1":"yes","s2":"plain text","s3":"it's: quoted","s4":"",
             "s5":"line1\nline2\n","s6":"no end\nhere","s7":"tab\there","s8":"2020-01-01T00:00:00Z","s9":"#c","s10":" lead","s11":"12:30","s12":"é","s13":"😀","s14":"a: b","s15":"x\n\n","s16":"*a",
             "long":"0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector. preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling."}
            """);
        Assert.Equal(
            """
            a2: []
            a10: 1
            b: {}
            e: 1e+21
            f: 1.5
            list:
            - x: 1
              "y":
              - 1
              - - 2
                - 3
            - '- s'
            - - t
            long: '0/1 nodes are available: 1 node(s) didn''t match Pod''s node affinity/selector.
              preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.'
            "n": null
            s1: "yes"
            s2: plain text
            s3: 'it''s: quoted'
            s4: ""
            s5: |
              line1
              line2
            s6: |-
              no end
              here
            s7: "tab\there"
            s8: "2020-01-01T00:00:00Z"
            s9: '#c'
            s10: ' lead'
            s11: "12:30"
            s12: é
            s13: "\U0001F600"
            s14: 'a: b'
            s15: |+
              x

            s16: '*a'
            t: true

            """.Replace("\r", "", StringComparison.Ordinal),
            YamlWriter.Write(value));
    }

    [Fact]
    public void WhatIsWrittenReadsBackTheSame() => _values.Sample(value =>
    {
        var yaml = YamlWriter.Write(value);
        if (yaml.Contains("':\n", StringComparison.Ordinal))
        {
            // YamlDotNet 18.1 does not read a plain key that ends with an apostrophe and has a map below it, though YAML allows it.
            return;
        }

        Assert.Equal(value.ToString(), YamlReader.Read(Encoding.UTF8.GetBytes(yaml)).ToString());
    });

    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
