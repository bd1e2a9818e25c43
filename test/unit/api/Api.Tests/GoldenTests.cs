using System.Text;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Tests;

/// <summary>
/// Objects of the kinds most used, as JSON, YAML and protobuf in the folder Golden. With C8S_UPDATE_GOLDEN set the JSON, the protobuf and the
/// canonical YAML are written anew from the YAML; look at the difference before committing it.
/// </summary>
public sealed class GoldenTests
{
    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "Golden");

    /// <summary>The kinds' names.</summary>
    public static IEnumerable<TheoryDataRow<string>> Files => Directory.GetFiles(_folder, "*.yaml").Select(Path.GetFileNameWithoutExtension).Order().Select(name => new TheoryDataRow<string>(name!));

    [Theory]
    [MemberData(nameof(Files))]
    public void YamlBecomesJsonAndProtobuf(string kind)
    {
        var value = YamlReader.Read(File.ReadAllBytes($"{_folder}/{kind}.yaml"));
        var codec = Kinds.Find(GroupVersionKind.From(value["apiVersion"].AsString!, value["kind"].AsString!))!;
        var unknown = new List<string>();
        var document = codec.ReadJson(value.ToJson(), unknown);
        Assert.Empty(unknown);
        var json = Encoding.UTF8.GetString(MessageText.ToJson(document)) + "\n";
        var proto = StorageEnvelope.Wrap(document);
        if (Environment.GetEnvironmentVariable("C8S_UPDATE_GOLDEN") is { Length: > 0 } target)
        {
            File.WriteAllText($"{target}/{kind}.yaml", YamlWriter.Write(Value.ParseJson(json)));
            File.WriteAllText($"{target}/{kind}.json", json);
            File.WriteAllBytes($"{target}/{kind}.pb", proto);
            return;
        }

        Assert.Equal(File.ReadAllText($"{_folder}/{kind}.json"), json);
        Assert.Equal(Convert.ToHexString(File.ReadAllBytes($"{_folder}/{kind}.pb")), Convert.ToHexString(proto));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void ProtobufBecomesJsonAndYaml(string kind)
    {
        if (!File.Exists($"{_folder}/{kind}.pb"))
        {
            Assert.Skip("the golden files are being written");
        }

        var envelope = StorageEnvelope.Open(File.ReadAllBytes($"{_folder}/{kind}.pb"));
        var document = Kinds.Find(GroupVersionKind.From(envelope.ApiVersion, envelope.Kind))!.ReadProto(envelope.Raw.Span);
        var json = Encoding.UTF8.GetString(MessageText.ToJson(document));
        Assert.Equal(File.ReadAllText($"{_folder}/{kind}.json"), json + "\n");
        Assert.Equal(File.ReadAllText($"{_folder}/{kind}.yaml"), YamlWriter.Write(Value.ParseJson(json)));
    }
}
