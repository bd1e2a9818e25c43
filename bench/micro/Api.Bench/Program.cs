using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Cybernetes.Api;
using Cybernetes.Api.Bench;
using Cybernetes.Api.Bench.Plain;
using Cybernetes.Api.Machinery;
using static Google.Protobuf.MessageExtensions;
using Proto = Cybernetes.Api.Bench.Proto;

// Our codecs against System.Text.Json's generated code and Google.Protobuf on equivalent types, in one run: ratios of time and of bytes
// allocated, ours to theirs; below 1 is better.
Console.WriteLine($"{"",-14}{"",-16}{"ours",12}{"theirs",12}{"time",8}{"ours",12}{"theirs",12}{"bytes",8}");
Rows<Cybernetes.Api.CoreV1.Pod, Pod, Proto.Pod>("Pod", Sample("Pod"), PlainContext.Default.Pod, Proto.Pod.Parser);
Rows<Cybernetes.Api.CoreV1.Node, Node, Proto.Node>("Node", Sample("Node"), PlainContext.Default.Node, Proto.Node.Parser);
Rows<Cybernetes.Api.AppsV1.Deployment, Deployment, Proto.Deployment>("Deployment", Sample("Deployment"), PlainContext.Default.Deployment, Proto.Deployment.Parser);
Rows<Cybernetes.Api.CoreV1.Secret, Secret, Proto.Secret>("Secret", Sample("Secret"), PlainContext.Default.Secret, Proto.Secret.Parser);
Rows<Cybernetes.Api.DiscoveryV1.EndpointSlice, EndpointSlice, Proto.EndpointSlice>("EndpointSlice", Slice(), PlainContext.Default.EndpointSlice, Proto.EndpointSlice.Parser);

static void Rows<TOurs, TPlain, TProto>(string name, byte[] json, JsonTypeInfo<TPlain> plain, Google.Protobuf.MessageParser<TProto> parser)
    where TOurs : class, IKind<TOurs>
    where TProto : Google.Protobuf.IMessage<TProto>
{
    var ours = JsonDecoder.Read<TOurs>(json);
    var body = ProtoWriter.ToArray(ours);
    var theirs = JsonSerializer.Deserialize(json, plain)!;
    var message = parser.ParseFrom(body);
    Row(name, "JSON encode", () => JsonEncoder.ToArray(ours), () => JsonSerializer.SerializeToUtf8Bytes(theirs, plain));
    Row("", "JSON decode", () => JsonDecoder.Read<TOurs>(json), () => JsonSerializer.Deserialize(json, plain));
    Row("", "proto encode", () => ProtoWriter.ToArray(ours), () => message.ToByteArray());
    Row("", "proto decode", () => ProtoReader.Read<TOurs>(body), () => parser.ParseFrom(body));
}

static void Row(string name, string what, Action ours, Action theirs)
{
    var (a, b) = (Measure.Of(ours), Measure.Of(theirs));
    Console.WriteLine($"{name,-14}{what,-16}{a.Nanoseconds,9:F0} ns{b.Nanoseconds,9:F0} ns{a.Nanoseconds / b.Nanoseconds,8:F2}{a.Bytes,10:F0} B{b.Bytes,10:F0} B{a.Bytes / b.Bytes,8:F2}");
}

static byte[] Sample(string kind) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", kind + ".json"));

static byte[] Slice()
{
    var slice = JsonDecoder.Read<Cybernetes.Api.DiscoveryV1.EndpointSlice>(Sample("EndpointSlice"));
    var endpoints = Enumerable.Range(0, 100).Select(i => slice.Endpoints[0] with { Addresses = [$"10.1.{i / 50}.{i}"], NodeName = $"node-{i % 10}" });
    return JsonEncoder.ToArray(slice with { Endpoints = endpoints.ToValueList() });
}
