using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Cache;
using Cybernetes.ApiServer.Resources;
using Microsoft.AspNetCore.Http;

namespace Cybernetes.ApiServer.Pipeline;

/// <summary>What a request is answered with, before it is encoded. Immutable.</summary>
/// <param name="Code">The HTTP status code.</param>
public abstract record Response(int Code)
{
    /// <summary>Headers beside the content's own.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}

/// <summary>One object that is not stored, such as a Status or a review.</summary>
public sealed record ObjectResponse(int Code, IKind Object) : Response(Code);

/// <summary>One stored object, in the served version.</summary>
public sealed record StoredResponse(int Code, ServedResource Version, StoredObject Object) : Response(Code);

/// <summary>A list of stored objects.</summary>
public sealed record ListResponse(ServedResource Version, ListMeta Metadata, IReadOnlyList<StoredObject> Items) : Response(200);

/// <summary>A stream of events.</summary>
public sealed record WatchResponse(ServedResource Version, IAsyncEnumerable<WatchItem> Events) : Response(200);

/// <summary>Bytes that are ready to be sent.</summary>
public sealed record BytesResponse(int Code, string ContentType, ReadOnlyMemory<byte> Body) : Response(Code);

/// <summary>An answer that writes itself to the connection: logs, proxies, upgraded streams.</summary>
public sealed record ConnectionResponse(Func<HttpContext, CancellationToken, Task> Serve) : Response(200);
