namespace Cybernetes.ApiServer.Negotiation;

/// <summary>How an object is to be shown.</summary>
public enum Shape : byte
{
    /// <summary>As it is.</summary>
    Whole,

    /// <summary>As a Table.</summary>
    Table,

    /// <summary>Its metadata only.</summary>
    Metadata,
}

/// <summary>How the client wants its answer. Immutable.</summary>
public sealed record OutputFormat(Encoding Encoding)
{
    /// <summary>Plain JSON.</summary>
    public static OutputFormat Json { get; } = new(Encoding.Json);

    /// <summary>The record itself.</summary>
    public static OutputFormat Object { get; } = new(Encoding.Object);

    /// <summary>Whole, as a Table, or metadata only.</summary>
    public Shape Shape { get; init; }

    /// <summary>The version of the Table or metadata: v1 or v1beta1.</summary>
    public string ShapeVersion { get; init; } = "v1";

    /// <summary>Whether JSON is indented.</summary>
    public bool Pretty { get; init; }

    /// <summary>The media type for the Content-Type header.</summary>
    public string MediaType => MediaTypes.Of(Encoding);

    /// <summary>The media type of a watch.</summary>
    public string StreamMediaType => Encoding switch
    {
        Encoding.Protobuf => MediaTypes.Protobuf + ";stream=watch",
        Encoding.Cbor => "application/cbor-seq",
        _ => MediaTypes.Json,
    };
}
