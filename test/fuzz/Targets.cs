using System.Text;
using Cybernetes.Api;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Fuzz;

/// <summary>Every parser of outside bytes in the nouns.</summary>
internal static class Targets
{
    private const string Pod = """
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"p","labels":{"a":"b"},"creationTimestamp":"2026-01-01T00:00:00Z","managedFields":[{"fieldsV1":{"f:a":{}}}]},
        "spec":{"containers":[{"name":"c","image":"i","ports":[{"containerPort":80}],"resources":{"limits":{"cpu":"1500m"}},"livenessProbe":{"httpGet":{"port":"http"}}}],"activeDeadlineSeconds":5,"hostNetwork":true}}
        """;

    private const string PodYaml = "apiVersion: v1\nkind: Pod\nmetadata: &m\n  name: p\n  labels: {a: 'b', c: \"d\\n\"}\nspec:\n  containers:\n  - image: >-\n      x\n      y\n    args: [1, 0x1F, yes, ~]\n  other: *m\n---\n? k\n: |+\n  t\n\n";

    private static readonly byte[][] _jsonWords = Words("{", "}", "[", "]", ":", ",", "\"", "null", "true", "1e9", "-1", "9223372036854775808", "\"\\u00e9\"", "\\ud800", "\"spec\":", "\"a\":{}", "[[", "{\"a\":");

    private static readonly byte[][] _yamlWords = Words("- ", ": ", "\n", "  ", "&a ", "*a", "<<: ", "|", ">-", "? ", "!!str ", "---\n", "'", "\"", "{", "}", "[", "]", "# ", "\t", "%YAML 1.1\n", "~", "0777", "!!binary ");

    public static IReadOnlyList<Target> All { get; } =
    [
        new("json", [Utf8(Pod), Utf8("[1,2.5,\"x\",null,{\"a\":{\"b\":[]}}]")], _jsonWords, Json),
        new("proto", [Proto(Pod)], Words("\u0001", "\u0008\u0001", "\u0012\u0004", "\u007f", "\0"), ProtoBody),
        new("envelope", [Envelope(Pod)], Words("k8s\0", "\u0008\u0001", "\n\u0002v1"), EnvelopeBytes),
        new("yaml", [Utf8(PodYaml)], _yamlWords, Yaml),
        new("cbor", [CborWriter.Write(Value.ParseJson(Pod))], Words("\u0061", "\u0080", "\u009f", "\u0040"), Cbor),
        new("strict", [Utf8(Pod)], _jsonWords, Strict),
        new("quantity", Words("1", "1.5Gi", "100m", "1e3", "-5", "+.5E"), Words("0", "9", ".", "e", "E", "Ki", "Mi", "n", "u", "m", "-", "+"), Text(text => Quantity.TryParse(text, out var quantity) && Stable(quantity))),
        new("duration", Words("1h2m3.5s", "-300ms"), Words("1", ".", "h", "ms", "µs", "-"), Text(text => Refused<WireException>(() => Duration.Parse(Duration.Parse(text).ToString())))),
        new("time", Words("2026-01-01T00:00:00Z", "2026-01-01T00:00:00.123456+01:00"), Words("-", ":", ".", "9", "0", "Z", "+"), Text(text => Refused<WireException>(() => Time.Parse(text)) | Refused<WireException>(() => MicroTime.Parse(text)))),
        new("selector", Words("a=b,c in (d,e),!f", "x notin (),y>1"), Words(",", "=", "==", "!=", "!", "(", ")", " in ", " notin ", ">", "a.b/c"), Text(ParseSelector)),
        new("fieldselector", Words("metadata.name=a,b!=c"), Words(",", "=", "!=", "\\", "\\,"), Text(text => FieldSelector.TryParse(text, out _, out _))),
        new("jsonpath", Words("{.items[*].metadata.name}", "{range .a[?(@.b==\"c\")]}{..d}{\"\\n\"}{end}", "{.a[1:2:3]['x','y']}"), Words("{", "}", "[", "]", "..", ".", "?(", ")", "@", "range ", "end", "*", "'", "\"", ",", ":", "=="), Text(EvaluateJsonPath)),
        new("jsonpatch", [Utf8("""[{"op":"add","path":"/spec/containers/-","value":{}},{"op":"remove","path":"/metadata"},{"op":"move","from":"/a","path":"/b"},{"op":"test","path":"/kind","value":"Pod"}]""")], [.. _jsonWords, .. Words("\"op\":\"copy\"", "/0", "/-1", "~1", "\"path\":")], ApplyJsonPatch),
        new("strategic", [Utf8(Pod), Utf8("""{"spec":{"containers":[{"name":"c","$patch":"delete"}],"$setElementOrder/containers":[{"name":"c"}],"$retainKeys":["containers"]},"metadata":{"$deleteFromPrimitiveList/finalizers":["a"]}}""")], [.. _jsonWords, .. Words("\"$patch\":\"replace\"", "\"$patch\":\"delete\"", "\"$setElementOrder/containers\":", "\"$retainKeys\":")], ApplyStrategic),
        new("apply", [Utf8(Pod)], _jsonWords, Apply),
        new("fields", [Utf8("""{"f:spec":{".":{},"f:containers":{"k:{\"name\":\"c\"}":{},"v:1":{},"i:0":{}}}}""")], [.. _jsonWords, .. Words("\"f:a\":{}", "\"k:{}\":{}", "\".\":{}")], input => Refused<WireException>(() => FieldSet.FromValue(Value.ParseJson(input)).ToValue())),
    ];

    private static bool Json(byte[] input)
    {
        var read = Refused<WireException>(() =>
        {
            var value = Value.ParseJson(input);
            Check(Value.ParseJson(value.ToJson()) == value, "a value changed on its way through JSON");
        });
        return read & Refused<WireException>(() =>
        {
            var pod = JsonDecoder.Read<Api.CoreV1.Pod>(input, []);
            var proto = ProtoWriter.ToArray(pod);
            Check(ProtoWriter.ToArray(ProtoReader.Read<Api.CoreV1.Pod>(proto)).AsSpan().SequenceEqual(proto), "a pod changed on its way through protobuf");
            var json = JsonEncoder.ToArray(pod);
            Check(JsonEncoder.ToArray(JsonDecoder.Read<Api.CoreV1.Pod>(json)).AsSpan().SequenceEqual(json), "a pod changed on its way through JSON");
        });
    }

    private static bool ProtoBody(byte[] input) => Refused<WireException>(() =>
    {
        var proto = ProtoWriter.ToArray(ProtoReader.Read<Api.CoreV1.Pod>(input));
        Check(ProtoWriter.ToArray(ProtoReader.Read<Api.CoreV1.Pod>(proto)).AsSpan().SequenceEqual(proto), "a pod changed on its way through protobuf");
    });

    private static bool EnvelopeBytes(byte[] input) => Refused<WireException>(() =>
    {
        var envelope = StorageEnvelope.Open(input);
        Kinds.Find(GroupVersionKind.From(envelope.ApiVersion, envelope.Kind))?.ReadProto(envelope.Raw.Span);
    });

    private static bool Yaml(byte[] input) => Refused<WireException>(() =>
    {
        foreach (var (_, document) in YamlReader.ReadAll(input))
        {
            if (document.ToJson() is { Length: < 100_000 })
            {
                var again = YamlReader.Read(Encoding.UTF8.GetBytes(YamlWriter.Write(document)));
                Check(again == document, "a document changed on its way through YAML");
            }
        }
    });

    private static bool Cbor(byte[] input) => Refused<WireException>(() =>
    {
        var value = CborReader.Read(input);
        Check(CborReader.Read(CborWriter.Write(value)) == value, "a value changed on its way through CBOR");
    });

    private static bool Strict(byte[] input) => Refused<WireException>(() =>
    {
        Value.ParseJson(input);
        StrictScan.Find(input, _pod);
    });

    private static bool ParseSelector(string text)
    {
        if (!Selector.TryParse(text, out var selector, out _))
        {
            return false;
        }

        Check(Selector.Parse(selector.ToString()).ToString() == selector.ToString(), $"selector {selector} does not read back");
        selector.Matches(ValueMap.Of(("a", "b")));
        return true;
    }

    private static bool EvaluateJsonPath(string text) => Refused<JsonPathException>(() => JsonPath.Parse(text).Print(_document, allowMissingKeys: true));

    private static bool ApplyJsonPatch(byte[] input) =>
        Refused<PatchException>(() => Refused<WireException>(() => JsonPatch.Parse(Value.ParseJson(input)).Apply(_document)));

    private static bool ApplyStrategic(byte[] input) => Refused<PatchException>(() => Refused<WireException>(() =>
    {
        var patch = Value.ParseJson(input);
        StrategicMergePatch.Apply(_document, patch, _pod);
        StrategicMergePatch.CreateThreeWay(_document, patch, _document, _pod);
        JsonMergePatch.Apply(_document, patch);
    }));

    private static bool Apply(byte[] input)
    {
        try
        {
            var manager = new FieldManager(new("", "v1", "Pod"), "", new SingleApplyVersion("v1", MessageMergeTypes.Of(_pod)), TimeProvider.System);
            var merged = manager.Apply(_document, Value.ParseJson(input), "fuzz", force: true);
            manager.Update(_document, merged, "other");
            return true;
        }
        catch (Exception e) when (e is WireException or ApplyException or ApplyRequestException or ApplyConflictException)
        {
            return false;
        }
    }

    private static readonly Value _document = Value.ParseJson(Pod);
    private static readonly MessageSchema _pod = Kinds.Find(new("", "v1", "Pod"))!.Schema;

    private static Func<byte[], bool> Text(Func<string, bool> run) => input => run(Encoding.UTF8.GetString(input));

    private static bool Stable(Quantity quantity)
    {
        var text = quantity.ToString();
        Check(quantity.Format == QuantityFormat.BinarySI || Quantity.Parse(text) == quantity, $"quantity {text} does not read back");
        return true;
    }

    private static bool Refused<TExpected>(Action run)
        where TExpected : Exception
    {
        try
        {
            run();
            return true;
        }
        catch (TExpected)
        {
            return false;
        }
    }

    private static void Check(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException(what);
        }
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[][] Words(params string[] words) => [.. words.Select(word => word.All(c => c < 256) && word.Any(c => c >= 128 && c < 256) && word.Length == 1 ? [(byte)word[0]] : Utf8(word))];

    private static byte[] Proto(string json) => ProtoWriter.ToArray(JsonDecoder.Read<Api.CoreV1.Pod>(Utf8(json)));

    private static byte[] Envelope(string json) => StorageEnvelope.Wrap(JsonDecoder.Read<Api.CoreV1.Pod>(Utf8(json)));
}
