using System.Text.Json;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ApiExtensionsV1;

/// <summary>A schema, or a truth value: JSON has one or the other in the same place.</summary>
public sealed record JSONSchemaPropsOrBool : IMessage<JSONSchemaPropsOrBool>
{
    /// <inheritdoc/>
    public static JSONSchemaPropsOrBool Empty { get; } = new();

    /// <summary>The truth value where there is no schema.</summary>
    public bool Allows { get; init; }

    /// <summary>The schema.</summary>
    public JSONSchemaProps? Schema { get; init; }

    /// <inheritdoc/>
    public bool IsZero => Equals(Empty);

    static MessageSchema? IMessage<JSONSchemaPropsOrBool>.Schema => null;

    /// <inheritdoc/>
    public static JSONSchemaPropsOrBool ReadJson(ref JsonDecoder json) => json.Token switch
    {
        JsonTokenType.StartObject => new() { Allows = true, Schema = JSONSchemaProps.ReadJson(ref json) },
        JsonTokenType.True or JsonTokenType.False => new() { Allows = json.ReadBoolean() },
        JsonTokenType.Null => Empty,
        _ => throw json.Error("boolean or JSON schema"),
    };

    /// <inheritdoc/>
    public static JSONSchemaPropsOrBool ReadProto(ref ProtoReader proto)
    {
        var message = Empty;
        while (proto.NextField())
        {
            switch (proto.Number)
            {
                case 1:
                    message = message with { Allows = proto.Boolean() };
                    break;
                case 2:
                    message = message with { Schema = proto.Message<JSONSchemaProps>() };
                    break;
                default:
                    proto.Skip();
                    break;
            }
        }

        return message;
    }

    /// <inheritdoc/>
    public void WriteJson(Utf8JsonWriter json)
    {
        if (Schema is not null)
        {
            Schema.WriteJson(json);
        }
        else
        {
            json.WriteBooleanValue(Allows);
        }
    }

    /// <inheritdoc/>
    public void WriteProto(ref ProtoWriter proto)
    {
        if (Schema is not null)
        {
            proto.Message(2, Schema);
        }

        proto.Boolean(1, Allows);
    }
}

/// <summary>A schema, or a list of schemas.</summary>
public sealed record JSONSchemaPropsOrArray : IMessage<JSONSchemaPropsOrArray>
{
    /// <inheritdoc/>
    public static JSONSchemaPropsOrArray Empty { get; } = new();

    /// <summary>The one schema.</summary>
    public JSONSchemaProps? Schema { get; init; }

    /// <summary>The schemas where there is not one.</summary>
    public ValueList<JSONSchemaProps> JSONSchemas { get; init; }

    /// <inheritdoc/>
    public bool IsZero => Equals(Empty);

    static MessageSchema? IMessage<JSONSchemaPropsOrArray>.Schema => null;

    /// <inheritdoc/>
    public static JSONSchemaPropsOrArray ReadJson(ref JsonDecoder json) => json.Token switch
    {
        JsonTokenType.StartObject => new() { Schema = JSONSchemaProps.ReadJson(ref json) },
        JsonTokenType.StartArray => new() { JSONSchemas = json.ReadMessages<JSONSchemaProps>() },
        JsonTokenType.Null => Empty,
        _ => throw json.Error("JSON schema or array of them"),
    };

    /// <inheritdoc/>
    public static JSONSchemaPropsOrArray ReadProto(ref ProtoReader proto)
    {
        var message = Empty;
        var schemas = new ValueListBuilder<JSONSchemaProps>();
        while (proto.NextField())
        {
            switch (proto.Number)
            {
                case 1:
                    message = message with { Schema = proto.Message<JSONSchemaProps>() };
                    break;
                case 2:
                    schemas.Add(proto.Message<JSONSchemaProps>());
                    break;
                default:
                    proto.Skip();
                    break;
            }
        }

        return message with { JSONSchemas = schemas.ToListOrNil() };
    }

    /// <inheritdoc/>
    public void WriteJson(Utf8JsonWriter json)
    {
        if (!JSONSchemas.IsEmpty)
        {
            json.WriteStartArray();
            foreach (var schema in JSONSchemas)
            {
                schema.WriteJson(json);
            }

            json.WriteEndArray();
        }
        else if (Schema is not null)
        {
            Schema.WriteJson(json);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    /// <inheritdoc/>
    public void WriteProto(ref ProtoWriter proto)
    {
        proto.Messages(2, JSONSchemas);
        if (Schema is not null)
        {
            proto.Message(1, Schema);
        }
    }
}

/// <summary>A schema, or a list of property names.</summary>
public sealed record JSONSchemaPropsOrStringArray : IMessage<JSONSchemaPropsOrStringArray>
{
    /// <inheritdoc/>
    public static JSONSchemaPropsOrStringArray Empty { get; } = new();

    /// <summary>The schema.</summary>
    public JSONSchemaProps? Schema { get; init; }

    /// <summary>The names where there is no schema.</summary>
    public ValueList<string> Property { get; init; }

    /// <inheritdoc/>
    public bool IsZero => Equals(Empty);

    static MessageSchema? IMessage<JSONSchemaPropsOrStringArray>.Schema => null;

    /// <inheritdoc/>
    public static JSONSchemaPropsOrStringArray ReadJson(ref JsonDecoder json) => json.Token switch
    {
        JsonTokenType.StartObject => new() { Schema = JSONSchemaProps.ReadJson(ref json) },
        JsonTokenType.StartArray => new() { Property = json.ReadStrings() },
        JsonTokenType.Null => Empty,
        _ => throw json.Error("JSON schema or array of property names"),
    };

    /// <inheritdoc/>
    public static JSONSchemaPropsOrStringArray ReadProto(ref ProtoReader proto)
    {
        var message = Empty;
        var names = new ValueListBuilder<string>();
        while (proto.NextField())
        {
            switch (proto.Number)
            {
                case 1:
                    message = message with { Schema = proto.Message<JSONSchemaProps>() };
                    break;
                case 2:
                    names.Add(proto.String());
                    break;
                default:
                    proto.Skip();
                    break;
            }
        }

        return message with { Property = names.ToListOrNil() };
    }

    /// <inheritdoc/>
    public void WriteJson(Utf8JsonWriter json)
    {
        if (!Property.IsEmpty)
        {
            json.WriteStartArray();
            foreach (var name in Property)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
        }
        else if (Schema is not null)
        {
            Schema.WriteJson(json);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    /// <inheritdoc/>
    public void WriteProto(ref ProtoWriter proto)
    {
        proto.Strings(2, Property);
        if (Schema is not null)
        {
            proto.Message(1, Schema);
        }
    }
}
