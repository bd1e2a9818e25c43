using System.Text;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Client;

/// <summary>A patch of one of the four kinds.</summary>
/// <param name="ContentType">The media type, which names the kind.</param>
/// <param name="Body">The document as JSON (or YAML, for apply).</param>
public readonly record struct Patch(string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>The media type of strategic merge patches.</summary>
    public const string StrategicType = "application/strategic-merge-patch+json";

    /// <summary>The media type of merge patches, RFC 7386.</summary>
    public const string MergeType = "application/merge-patch+json";

    /// <summary>The media type of JSON patches, RFC 6902.</summary>
    public const string JsonType = "application/json-patch+json";

    /// <summary>The media type of server-side apply.</summary>
    public const string ApplyType = "application/apply-patch+yaml";

    /// <summary>A strategic merge patch.</summary>
    public static Patch Strategic(string json) => new(StrategicType, Encoding.UTF8.GetBytes(json));

    /// <summary>A strategic merge patch.</summary>
    public static Patch Strategic(Value value) => new(StrategicType, value.ToJson());

    /// <summary>A merge patch.</summary>
    public static Patch Merge(string json) => new(MergeType, Encoding.UTF8.GetBytes(json));

    /// <summary>A merge patch.</summary>
    public static Patch Merge(Value value) => new(MergeType, value.ToJson());

    /// <summary>A JSON patch.</summary>
    public static Patch Json(string json) => new(JsonType, Encoding.UTF8.GetBytes(json));

    /// <summary>A configuration for server-side apply.</summary>
    public static Patch Apply(IKind configuration) => new(ApplyType, MessageText.ToJson(configuration));
}
