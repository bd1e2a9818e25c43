using Cybernetes.Api;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Client.Transport;

/// <summary>One request to the API server. Immutable.</summary>
/// <param name="Method">GET, POST, PUT, PATCH or DELETE.</param>
/// <param name="Path">The path as people write it, not percent-encoded: <c>/api/v1/namespaces/default/pods/web</c>.</param>
public sealed record ApiRequest(string Method, string Path)
{
    /// <summary>The query's pairs, not percent-encoded, in order; keys may repeat.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>Headers beside Accept, Content-Type, User-Agent and Authorization, such as <c>Impersonate-User</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The media types wanted; empty leaves it to the transport (the cheapest one that the answer's kind has).</summary>
    public string Accept { get; init; } = "";

    /// <summary>What is sent; empty for none.</summary>
    public ApiBody Body { get; init; }

    /// <summary>The kind that the answer, or each watched object, is expected to be; null where the document alone tells. A hint, not a check.</summary>
    public KindCodec? Answer { get; init; }

    /// <summary>The <c>User-Agent</c>; empty leaves it to the transport.</summary>
    public string UserAgent { get; init; } = "";

    /// <summary>The first value of a query key, or null.</summary>
    public string? QueryValue(string key)
    {
        foreach (var (name, value) in Query)
        {
            if (name == key)
            {
                return value;
            }
        }

        return null;
    }
}

/// <summary>What a request carries: a shared object, or bytes of a media type. <c>default</c> is nothing.</summary>
public readonly record struct ApiBody
{
    private ApiBody(IKind? value, ReadOnlyMemory<byte> bytes, string contentType) => (Object, Bytes, ContentType) = (value, bytes, contentType);

    /// <summary>The object, where it is given as one; the transport encodes it if it must.</summary>
    public IKind? Object { get; }

    /// <summary>The bytes, where it is given so.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The media type of <see cref="Bytes"/>.</summary>
    public string? ContentType { get; }

    /// <summary>True when nothing is sent.</summary>
    public bool IsEmpty => Object is null && ContentType is null;

    /// <summary>An object, shared by reference.</summary>
    public static ApiBody Of(IKind value) => new(value, default, null!);

    /// <summary>Bytes as they are.</summary>
    public static ApiBody Of(ReadOnlyMemory<byte> bytes, string contentType) => new(null, bytes, contentType);
}
