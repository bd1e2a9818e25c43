using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Negotiation;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.OpenApi;

/// <summary><c>/openapi/v2</c> and <c>/openapi/v3</c>.</summary>
internal static class OpenApiEndpoints
{
    // Old clients ask for a name that is no valid media type; all are answered with the one that is.
    private const string OldV2Protobuf = "application/com.github.proto-openapi.spec.v2@v1.0+protobuf";
    private const string V2Protobuf = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";
    private const string V3Root = "/openapi/v3/";

    public static void AddTo(PathTable paths, ResourceTable resources)
    {
        var documents = new OpenApiDocuments(resources);
        paths.Add("/openapi/v2", (context, _) => new(V2(context, documents)));
        paths.Add("/openapi/v3", (_, _) => new(Index(documents)));
        paths.Add(V3Root, (_, _) => new(Index(documents)));
        paths.AddBelow(V3Root, (context, _) => new(V3(context, documents)));
    }

    private static Response V2(RequestContext context, OpenApiDocuments documents)
    {
        var document = documents.V2();
        return Cached(context, document, context.Accept.Contains(V2Protobuf, StringComparison.Ordinal) || context.Accept.Contains(OldV2Protobuf, StringComparison.Ordinal)
            ? (V2Protobuf, document.Protobuf)
            : (MediaTypes.Json, document.Json));
    }

    private static Response V3(RequestContext context, OpenApiDocuments documents)
    {
        if (documents.V3(context.Path[V3Root.Length..]) is not { } document)
        {
            return new BytesResponse(404, "text/plain; charset=utf-8", "404 page not found\n"u8.ToArray());
        }

        var hash = context.Query["hash"];
        if (hash is not null && hash != document.Hash)
        {
            return new BytesResponse(301, "text/html", default) { Headers = [new("Location", $"{context.Path}?hash={document.Hash}")] };
        }

        var response = Cached(context, document, (MediaTypes.Json, document.Json));
        return hash is null ? response : response with { Headers = [.. response.Headers, new("Expires", DateTimeOffset.UtcNow.AddYears(1).ToString("r"))] };
    }

    private static Response Index(OpenApiDocuments documents)
    {
        var paths = documents.Paths.ToValueMap(path => path, path => Value.MapOf(("serverRelativeURL", $"{V3Root}{path}?hash={documents.V3(path)!.Hash}")));
        return new BytesResponse(200, MediaTypes.Json, Value.MapOf(("paths", Value.Map(paths))).ToJson());
    }

    private static Response Cached(RequestContext context, OpenApiDocument document, (string Type, byte[] Body) form)
    {
        var tag = $"\"{document.Hash}\"";
        var headers = new List<KeyValuePair<string, string>> { new("ETag", tag), new("Vary", "Accept") };
        return context.Credentials.Headers.IfNoneMatch == tag
            ? new BytesResponse(304, form.Type, default) { Headers = headers }
            : new BytesResponse(200, form.Type, form.Body) { Headers = headers };
    }
}
