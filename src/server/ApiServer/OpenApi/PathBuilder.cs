using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Negotiation;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.OpenApi;

/// <summary>Writes resources as OpenAPI paths: which methods each takes, with which parameters, and which kind it is about.</summary>
internal sealed class PathBuilder(SchemaBuilder schemas, bool v3)
{
    private static readonly string[] _patchTypes =
    [
        "application/json-patch+json", "application/merge-patch+json", "application/strategic-merge-patch+json", "application/apply-patch+yaml", "application/apply-patch+cbor",
    ];

    private static readonly string[] _types = [MediaTypes.Json, MediaTypes.Yaml, MediaTypes.Protobuf, MediaTypes.Cbor];

    private readonly SortedDictionary<string, Value> _paths = new(StringComparer.Ordinal);

    /// <summary>The paths so far.</summary>
    public Value Paths => Value.Map(_paths.ToValueMap(each => each.Key, each => each.Value));

    /// <summary>Adds a resource with its subresources.</summary>
    public void Add(ServedResource resource)
    {
        var kind = resource.Kind;
        var root = kind.Group.Length == 0 ? $"/api/{kind.Version}" : $"/apis/{kind.Group}/{kind.Version}";
        var collection = resource.Namespaced ? $"{root}/namespaces/{{namespace}}/{resource.Info.Plural}" : $"{root}/{resource.Info.Plural}";
        Add(collection, resource, resource.Kind, [("get", "list"), ("post", "create"), ("delete", "deletecollection")], resource.Verbs.Keys);
        if (resource.Namespaced && resource.Verbs.ContainsKey("list"))
        {
            Add($"{root}/{resource.Info.Plural}", resource, resource.Kind, [("get", "list")], resource.Verbs.Keys);
        }

        Add(collection + "/{name}", resource, resource.Kind, [("get", "get"), ("put", "update"), ("patch", "patch"), ("delete", "delete")], resource.Verbs.Keys);
        foreach (var subresource in resource.Subresources.Values)
        {
            Add($"{collection}/{{name}}/{subresource.Name}", resource, subresource.Kind, [("get", "get"), ("post", "create"), ("put", "update"), ("patch", "patch"), ("delete", "delete")], subresource.Verbs.Keys);
        }
    }

    private void Add(string path, ServedResource resource, GroupVersionKind kind, (string Method, string Verb)[] methods, IEnumerable<string> verbs)
    {
        var has = verbs.ToHashSet();
        var item = Value.EmptyMap;
        foreach (var (method, verb) in methods)
        {
            if (has.Contains(verb))
            {
                item = item.With(method, Operation(path, resource, kind, verb));
            }
        }

        if (item.Entries.IsEmpty)
        {
            return;
        }

        var parameters = new List<Value>();
        if (path.Contains("{name}", StringComparison.Ordinal))
        {
            parameters.Add(PathParameter("name"));
        }

        if (path.Contains("{namespace}", StringComparison.Ordinal))
        {
            parameters.Add(PathParameter("namespace"));
        }

        parameters.Add(Query("pretty"));
        _paths[path] = item.With("parameters", Value.List(parameters.ToValueList()));
    }

    private Value Operation(string path, ServedResource resource, GroupVersionKind kind, string verb)
    {
        var body = Kinds.Find(kind)?.Schema is { } schema ? schemas.Reference(schema) : Value.MapOf(("type", "object"));
        var answer = verb switch
        {
            "list" when resource.List is { } list => schemas.Reference(list.Schema),
            "delete" or "deletecollection" => schemas.Reference(Kinds.Find(Status.Info.Kind)!.Schema),
            _ => body,
        };
        var operation = Value.MapOf(
            ("operationId", IdOf(path, kind, verb)),
            ("tags", Value.List([(kind.Group.Length == 0 ? "core" : kind.Group.Split('.')[0]) + "_" + kind.Version])),
            ("x-kubernetes-action", verb switch { "create" => "post", "update" => "put", _ => verb }),
            ("x-kubernetes-group-version-kind", SchemaBuilder.KindOf(kind)));
        var parameters = Parameters(verb);
        if (v3)
        {
            operation = verb switch
            {
                "create" or "update" => operation.With("requestBody", Body(["*/*"], body)),
                "patch" => operation.With("requestBody", Body(_patchTypes, schemas.Reference(Kinds.Find(DeleteOptions.Info.Kind)!.Schema))),
                "delete" or "deletecollection" => operation.With("requestBody", Body(["*/*"], schemas.Reference(Kinds.Find(DeleteOptions.Info.Kind)!.Schema))),
                _ => operation,
            };
            operation = operation.With("responses", Value.MapOf(("200", Value.MapOf(("description", "OK"), ("content", Contents(_types, answer)))), ("401", Value.MapOf(("description", "Unauthorized")))));
        }
        else
        {
            if (verb is "create" or "update" or "patch")
            {
                parameters.Add(Value.MapOf(("name", "body"), ("in", "body"), ("required", true), ("schema", verb == "patch" ? Value.MapOf(("type", "object")) : body)));
            }

            operation = operation
                .With("consumes", Value.List((verb == "patch" ? _patchTypes : ["*/*"]).Select(type => (Value)type).ToValueList()))
                .With("produces", Value.List(_types.Select(type => (Value)type).ToValueList()))
                .With("schemes", Value.List(["https"]))
                .With("responses", Value.MapOf(("200", Value.MapOf(("description", "OK"), ("schema", answer))), ("401", Value.MapOf(("description", "Unauthorized")))));
        }

        return parameters.Count > 0 ? operation.With("parameters", Value.List(parameters.ToValueList())) : operation;
    }

    private List<Value> Parameters(string verb)
    {
        string[] names = verb switch
        {
            "create" or "update" => ["dryRun", "fieldManager", "fieldValidation"],
            "patch" => ["dryRun", "fieldManager", "fieldValidation", "force"],
            "delete" => ["dryRun", "gracePeriodSeconds", "orphanDependents", "propagationPolicy"],
            "list" => ["allowWatchBookmarks", "continue", "fieldSelector", "labelSelector", "limit", "resourceVersion", "resourceVersionMatch", "sendInitialEvents", "timeoutSeconds", "watch"],
            "deletecollection" => ["continue", "dryRun", "fieldSelector", "gracePeriodSeconds", "labelSelector", "limit", "orphanDependents", "propagationPolicy", "resourceVersion", "resourceVersionMatch"],
            _ => [],
        };
        return [.. names.Select(Query)];
    }

    private Value Query(string name)
    {
        var type = name switch
        {
            "force" or "orphanDependents" or "allowWatchBookmarks" or "sendInitialEvents" or "watch" => "boolean",
            "gracePeriodSeconds" or "limit" or "timeoutSeconds" => "integer",
            _ => "string",
        };
        var parameter = Value.MapOf(("name", name), ("in", "query"));
        return v3
            ? parameter.With("schema", Value.MapOf(("type", type), ("uniqueItems", true)))
            : parameter.With("type", type).With("uniqueItems", true);
    }

    private Value PathParameter(string name)
    {
        var parameter = Value.MapOf(("name", name), ("in", "path"), ("required", true));
        return v3 ? parameter.With("schema", Value.MapOf(("type", "string"), ("uniqueItems", true))) : parameter.With("type", "string").With("uniqueItems", true);
    }

    private static Value Body(string[] types, Value schema) => Value.MapOf(("content", Contents(types, schema)), ("required", true));

    private static Value Contents(string[] types, Value schema) => Value.Map(types.ToValueMap(type => type, _ => Value.MapOf(("schema", schema))));

    private static string IdOf(string path, GroupVersionKind kind, string verb)
    {
        var group = kind.Group.Length == 0 ? "Core" : Upper(kind.Group.Split('.')[0]);
        var scope = path.Contains("{namespace}", StringComparison.Ordinal) ? "Namespaced" : "";
        var action = verb switch { "get" => "read", "update" => "replace", "deletecollection" => "deleteCollection", _ => verb };
        var tail = path.EndsWith("{name}", StringComparison.Ordinal) || !path.Contains("{name}/", StringComparison.Ordinal) ? "" : Upper(path[(path.LastIndexOf('/') + 1)..]);
        var everywhere = scope.Length == 0 && verb == "list" ? "ForAllNamespaces" : "";
        return $"{action}{group}{Upper(kind.Version)}{scope}{kind.Kind}{tail}{everywhere}";
    }

    private static string Upper(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
