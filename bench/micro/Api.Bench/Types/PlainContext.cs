using System.Text.Json.Serialization;

namespace Cybernetes.Api.Bench.Plain;

/// <summary>System.Text.Json's generated code for the plain types.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Pod))]
[JsonSerializable(typeof(Node))]
[JsonSerializable(typeof(Deployment))]
[JsonSerializable(typeof(Secret))]
[JsonSerializable(typeof(EndpointSlice))]
internal sealed partial class PlainContext : JsonSerializerContext;
