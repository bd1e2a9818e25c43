using System.Collections.Concurrent;
using System.Security.Cryptography;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.OpenApi;

/// <summary>The OpenAPI documents of what is served now, made on first need and again after the table has changed. Thread safe.</summary>
internal sealed class OpenApiDocuments
{
    private readonly ResourceTable _resources;
    private ConcurrentDictionary<string, OpenApiDocument> _made = new(StringComparer.Ordinal);

    public OpenApiDocuments(ResourceTable resources)
    {
        _resources = resources;
        resources.Changed += () => _made = new(StringComparer.Ordinal);
    }

    /// <summary>The paths of version 3's documents, such as <c>apis/apps/v1</c>.</summary>
    public IReadOnlyList<string> Paths => [.. _resources.All.Select(PathOf).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The version 3 document of a path; null where there is none.</summary>
    public OpenApiDocument? V3(string path) => Paths.Contains(path) ? _made.GetOrAdd("3/" + path, _ => MakeV3(path)) : null;

    /// <summary>The version 2 document of everything.</summary>
    public OpenApiDocument V2() => _made.GetOrAdd("2", _ => MakeV2());

    private static string PathOf(ServedResource resource) =>
        resource.Kind.Group.Length == 0 ? $"api/{resource.Kind.Version}" : $"apis/{resource.Kind.Group}/{resource.Kind.Version}";

    private OpenApiDocument MakeV3(string path)
    {
        var schemas = new SchemaBuilder(v3: true);
        var paths = new PathBuilder(schemas, v3: true);
        foreach (var resource in _resources.All.Where(each => PathOf(each) == path))
        {
            paths.Add(resource);
        }

        return new OpenApiDocument(Value.MapOf(
            ("openapi", "3.0.0"),
            ("info", Value.MapOf(("title", "Kubernetes"), ("version", "unversioned"))),
            ("paths", paths.Paths),
            ("components", Value.MapOf(
                ("schemas", schemas.Schemas),
                ("securitySchemes", Value.MapOf(("BearerToken", Value.MapOf(("type", "apiKey"), ("name", "authorization"), ("in", "header")))))))));
    }

    private OpenApiDocument MakeV2()
    {
        var schemas = new SchemaBuilder(v3: false);
        var paths = new PathBuilder(schemas, v3: false);
        foreach (var resource in _resources.All)
        {
            paths.Add(resource);
        }

        return new OpenApiDocument(Value.MapOf(
            ("swagger", "2.0"),
            ("info", Value.MapOf(("title", "Kubernetes"), ("version", "unversioned"))),
            ("paths", paths.Paths),
            ("definitions", schemas.Schemas)));
    }
}

/// <summary>One document, in the forms asked for.</summary>
internal sealed class OpenApiDocument(Value document)
{
    private byte[]? _protobuf;

    /// <summary>JSON.</summary>
    public byte[] Json { get; } = document.ToJson();

    /// <summary>Gnostic's protobuf, for version 2.</summary>
    public byte[] Protobuf => _protobuf ??= Gnostic.Write(document);

    /// <summary>What changes when the document does.</summary>
    public string Hash => field ??= Convert.ToHexString(SHA512.HashData(Json));
}
