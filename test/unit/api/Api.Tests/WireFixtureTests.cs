using System.Text;
using System.Text.Json;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Tests;

/// <summary>Upstream's own sample objects, one of each kind with every field set, through every codec.</summary>
public sealed class WireFixtureTests
{
    private static readonly string? _folder = FindFixtures();

    /// <summary>The fixtures' names: group.version.Kind.</summary>
    public static IEnumerable<TheoryDataRow<string>> Fixtures =>
        _folder is null
            ? [new TheoryDataRow<string>("none") { Skip = "the wire fixtures (spec/wire) are not beside the checkout" }]
            : Directory.GetFiles(_folder, "*.json").Select(Path.GetFileNameWithoutExtension).Where(name => name != "core.v1.WatchEvent").Order().Select(name => new TheoryDataRow<string>(name!));

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void JsonBecomesTheSameProtobufByteForByte(string fixture)
    {
        var json = File.ReadAllBytes($"{_folder}/{fixture}.json");
        var unknown = new List<string>();
        var document = Codec(json).ReadJson(Encoding.UTF8.GetBytes(Compact(json)), unknown);
        Assert.Empty(unknown);
        var expected = Body(File.ReadAllBytes($"{_folder}/{fixture}.pb"));
        Assert.Equal(Convert.ToHexString(expected), Convert.ToHexString(ProtoWriter.ToArray(document)));
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void ProtobufBecomesTheSameJson(string fixture)
    {
        var json = File.ReadAllBytes($"{_folder}/{fixture}.json");
        var document = Codec(json).ReadProto(Body(File.ReadAllBytes($"{_folder}/{fixture}.pb")));

        // Upstream's defaulting adds the type of claim templates; here the type itself knows that JSON shows it.
        var text = MessageText.Of(document).Replace("\"volumeClaimTemplates\":[{\"kind\":\"PersistentVolumeClaim\",\"apiVersion\":\"v1\",", "\"volumeClaimTemplates\":[{", StringComparison.Ordinal);
        Assert.Equal(Compact(json), text);
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void YamlIsTheSameBothWays(string fixture)
    {
        var json = File.ReadAllBytes($"{_folder}/{fixture}.json");
        var yaml = File.ReadAllText($"{_folder}/{fixture}.yaml");
        var document = Codec(json).ReadProto(Body(File.ReadAllBytes($"{_folder}/{fixture}.pb")));
        var value = YamlReader.Read(Encoding.UTF8.GetBytes(yaml));
        Assert.Equal(yaml, YamlWriter.Write(value));
        Assert.Equal(Value.ParseJson(json), value);
        Assert.Equal(Codec(json).ReadJson(value.ToJson()), document);
    }

    private static KindCodec Codec(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var kind = GroupVersionKind.From(document.RootElement.GetProperty("apiVersion").GetString()!, document.RootElement.GetProperty("kind").GetString()!);
        return Kinds.Find(kind) ?? throw new Xunit.Sdk.XunitException($"{kind} is not declared");
    }

    private static byte[] Body(byte[] envelope)
    {
        Assert.True(envelope.AsSpan().StartsWith("k8s\0"u8));
        return ProtoReader.Read<Unknown>(envelope.AsSpan(4)).Raw.Span.ToArray();
    }

    private static string Compact(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, MessageText.Compact))
        {
            document.RootElement.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string? FindFixtures()
    {
        if (Environment.GetEnvironmentVariable("C8S_SPEC") is { Length: > 0 } spec)
        {
            return Path.Combine(spec, "wire");
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "spec", "wire");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
