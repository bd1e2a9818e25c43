using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.OpenApi;

/// <summary>
/// The protobuf form of an OpenAPI v2 document (gnostic's openapi.v2.Document), which kubectl up to 1.26 asks for. It carries the definitions; of the
/// paths it carries what such clients look at: the parameters of patches.
/// </summary>
internal static class Gnostic
{
    /// <summary>The document as protobuf.</summary>
    public static byte[] Write(Value document)
    {
        var proto = new ProtoWriter(1 << 20);
        Nested(ref proto, 9, Definitions(document["definitions"]));
        Nested(ref proto, 8, Paths(document["paths"]));
        Nested(ref proto, 2, Info(document["info"]));
        proto.String(1, document["swagger"].AsString ?? "2.0");
        return proto.Finish();
    }

    private static byte[] Info(Value info)
    {
        var proto = new ProtoWriter(64);
        proto.String(2, info["version"].AsString ?? "");
        proto.String(1, info["title"].AsString ?? "");
        return proto.Finish();
    }

    private static byte[] Definitions(Value definitions) => NamedSchemas(1, definitions);

    private static byte[] NamedSchemas(int number, Value schemas)
    {
        var proto = new ProtoWriter(4096);
        foreach (var (name, schema) in schemas.Entries.Reverse())
        {
            Nested(ref proto, number, Named(name, Schema(schema)));
        }

        return proto.Finish();
    }

    private static byte[] Schema(Value schema)
    {
        var proto = new ProtoWriter(512);
        foreach (var (name, value) in schema.Entries.Reverse())
        {
            if (name.StartsWith("x-", StringComparison.Ordinal))
            {
                Nested(ref proto, 31, Named(name, Any(value)));
            }
        }

        if (schema["properties"].IsMap)
        {
            Nested(ref proto, 25, NamedSchemas(1, schema["properties"]));
        }

        if (schema["items"].IsMap)
        {
            Nested(ref proto, 23, Wrapped(1, Schema(schema["items"])));
        }

        if (schema["type"].AsString is { } type)
        {
            var item = new ProtoWriter(16);
            item.String(1, type);
            Nested(ref proto, 22, item.Finish());
        }

        if (schema["additionalProperties"].IsMap)
        {
            Nested(ref proto, 21, Wrapped(1, Schema(schema["additionalProperties"])));
        }

        foreach (var allowed in schema["enum"].Items.Reverse())
        {
            Nested(ref proto, 20, Any(allowed));
        }

        foreach (var required in schema["required"].Items.Reverse())
        {
            proto.String(19, required.AsString ?? "");
        }

        Text(ref proto, 4, schema["description"]);
        Text(ref proto, 2, schema["format"]);
        Text(ref proto, 1, schema["$ref"]);
        return proto.Finish();
    }

    private static byte[] Paths(Value paths)
    {
        var proto = new ProtoWriter(4096);
        foreach (var (path, item) in paths.Entries.Reverse())
        {
            if (item["patch"].IsMap)
            {
                Nested(ref proto, 2, Named(path, Wrapped(8, Operation(item["patch"]))));
            }
        }

        return proto.Finish();
    }

    /// <summary>An operation: its query parameters and its extensions.</summary>
    private static byte[] Operation(Value operation)
    {
        var proto = new ProtoWriter(512);
        foreach (var (name, value) in operation.Entries.Reverse())
        {
            if (name.StartsWith("x-", StringComparison.Ordinal))
            {
                Nested(ref proto, 13, Named(name, Any(value)));
            }
        }

        // A response is required by the schema.
        var codes = new ProtoWriter(32);
        var response = new ProtoWriter(16);
        response.String(1, "OK");
        Nested(ref codes, 1, Named("200", Wrapped(1, response.Finish())));
        Nested(ref proto, 9, codes.Finish());
        foreach (var parameter in operation["parameters"].Items.Reverse())
        {
            if (parameter["in"].AsString == "query")
            {
                Nested(ref proto, 8, Wrapped(1, Wrapped(2, Wrapped(3, QueryParameter(parameter)))));
            }
        }

        Text(ref proto, 5, operation["operationId"]);
        return proto.Finish();
    }

    private static byte[] QueryParameter(Value parameter)
    {
        var proto = new ProtoWriter(64);
        Text(ref proto, 6, parameter["type"]);
        Text(ref proto, 4, parameter["name"]);
        Text(ref proto, 2, parameter["in"]);
        return proto.Finish();
    }

    private static byte[] Any(Value value)
    {
        var proto = new ProtoWriter(64);
        proto.String(2, YamlWriter.Write(value));
        return proto.Finish();
    }

    private static byte[] Named(string name, byte[] value)
    {
        var proto = new ProtoWriter(value.Length + 64);
        Nested(ref proto, 2, value);
        proto.String(1, name);
        return proto.Finish();
    }

    private static byte[] Wrapped(int number, byte[] value)
    {
        var proto = new ProtoWriter(value.Length + 16);
        Nested(ref proto, number, value);
        return proto.Finish();
    }

    private static void Nested(ref ProtoWriter proto, int number, byte[] value) => proto.Bytes(number, value);

    private static void Text(ref ProtoWriter proto, int number, Value value)
    {
        if (value.AsString is { Length: > 0 } text)
        {
            proto.String(number, text);
        }
    }
}
