using System.Text;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Tests;

public sealed class RandomObjectTests
{
    /// <summary>Every declared kind.</summary>
    public static IEnumerable<TheoryDataRow<string>> AllKinds =>
        Kinds.All.Select(codec => codec.Info.Kind).Select(kind => $"{kind.ApiVersion} {kind.Kind}").Order(StringComparer.Ordinal).Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void EveryEncodingReadsBackTheSame(string name)
    {
        var parts = name.Split(' ');
        var codec = Kinds.Find(GroupVersionKind.From(parts[0], parts[1]))!;
        for (var seed = 0; seed < 8; seed++)
        {
            var given = new RandomObjects(new Random(seed)).Of(codec).ToJson();
            var unknown = new List<string>();
            var record = codec.ReadJson(given, unknown);
            Assert.Empty(unknown);
            Assert.Empty(StrictScan.Find(given, codec.Schema));
            var json = JsonEncoder.ToArray(record);
            Assert.Equal(record, codec.ReadJson(json));
            var value = Value.ParseJson(json);
            Assert.Equal(value, YamlReader.Read(Encoding.UTF8.GetBytes(YamlWriter.Write(value))));
            Assert.Equal(value, CborReader.Read(CborWriter.Write(value)));
            if (codec.Schema.Package.Length > 0)
            {
                var envelope = StorageEnvelope.Open(StorageEnvelope.Wrap(record));
                Assert.Equal(parts[1], envelope.Kind);
                Assert.Equal(Encoding.UTF8.GetString(json), Encoding.UTF8.GetString(JsonEncoder.ToArray(codec.ReadProto(envelope.Raw.Span))));
            }
        }
    }

    [Fact]
    public void ThreeWayPatchesOfRandomEditsGiveWhatWasEdited()
    {
        var codec = Kinds.Find(new("apps", "v1", "Deployment"))!;
        for (var seed = 0; seed < 300; seed++)
        {
            // Where nobody else changed anything, applying the patch must give the edited object itself.
            var (original, modified) = (Named(codec, seed), Named(codec, seed + 1000));
            var patch = StrategicMergePatch.CreateThreeWay(original, modified, original, codec.Schema);
            Assert.Equal(Sorted(modified), Sorted(StrategicMergePatch.Apply(original, patch, codec.Schema)));
            Assert.Equal(Sorted(modified), Sorted(JsonMergePatch.Apply(original, JsonMergePatch.Create(original, modified))));
        }
    }

    // Deployments whose merging lists have distinct keys.
    private static Value Named(KindCodec codec, int seed)
    {
        var random = new Random(seed);
        var containers = Enumerable.Range(0, 5).Where(_ => random.Next(2) == 1).OrderBy(_ => random.Next()).Select(i => Value.MapOf(
            ("name", $"c{i}"),
            ("image", $"i{random.Next(3)}"),
            ("args", Value.List(Enumerable.Range(0, random.Next(1, 3)).Select(_ => (Value)$"a{random.Next(3)}").ToValueList())),
            ("env", Value.List(Enumerable.Range(0, 3).Where(_ => random.Next(2) == 1).Select(j => Value.MapOf(("name", $"e{j}"), ("value", $"v{random.Next(3)}"))).ToValueList()))));
        var labels = Enumerable.Range(0, 4).Where(_ => random.Next(2) == 1).Select(i => new KeyValuePair<string, Value>($"l{i}", $"v{random.Next(2)}"));
        var finalizers = Enumerable.Range(0, 4).Where(_ => random.Next(2) == 1).Select(i => (Value)$"f{i}");
        return Value.MapOf(
            ("apiVersion", codec.Info.Kind.ApiVersion),
            ("kind", codec.Info.Kind.Kind),
            ("metadata", Value.MapOf(("labels", Value.Map(ValueMap.From(labels))), ("finalizers", Value.List(finalizers.ToValueList())))),
            ("spec", Value.MapOf(("replicas", random.Next(3)), ("template", Value.MapOf(("spec", Value.MapOf(("containers", Value.List(containers.ToValueList())))))))));
    }

    // An emptied list or map may be there or not.
    private static string Sorted(Value value) => Strip(value).ToString();

    private static Value Strip(Value value) => value.IsMap
        ? Value.Map(ValueMap.From(value.Entries.Select(entry => new KeyValuePair<string, Value>(entry.Key, Strip(entry.Value))).Where(entry => !IsHollow(entry.Value))))
        : value.IsList ? Value.List(value.Items.Select(Strip).ToValueList()) : value;

    private static bool IsHollow(Value value) => (value.IsMap && value.Entries.IsEmpty) || (value.IsList && value.Items.IsEmpty);
}
