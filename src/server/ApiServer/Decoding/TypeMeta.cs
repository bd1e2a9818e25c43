using System.Text.Json;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Errors;

namespace Cybernetes.ApiServer.Decoding;

/// <summary>Finds kind and apiVersion in a JSON document without reading the rest.</summary>
internal static class TypeMeta
{
    /// <summary>The document's kind; what it leaves out is as expected.</summary>
    public static GroupVersionKind Read(ReadOnlySpan<byte> document, GroupVersionKind expected, ReadOnlySpan<byte> original)
    {
        var (kind, version) = Scan(document, expected, original);
        return GroupVersionKind.From(
            version.Length == 0 ? expected.ApiVersion : version,
            kind.Length == 0 ? expected.Kind : kind);
    }

    private static (string Kind, string ApiVersion) Scan(ReadOnlySpan<byte> document, GroupVersionKind expected, ReadOnlySpan<byte> original)
    {
        var (kind, version) = ("", "");
        var reader = new Utf8JsonReader(document, new JsonReaderOptions { MaxDepth = JsonDecoder.MaxDepth });
        try
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
            {
                return (kind, version);
            }

            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw Unrecognized(expected, $"json: cannot unmarshal {GoTypeOf(reader.TokenType)} into Go value of type struct {{ APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; Kind string \"json:\\\"kind,omitempty\\\"\" }} ({Excerpt(original)})");
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isKind = reader.ValueTextEquals("kind"u8);
                var isVersion = reader.ValueTextEquals("apiVersion"u8);
                reader.Read();
                if ((isKind || isVersion) && reader.TokenType != JsonTokenType.Null)
                {
                    if (reader.TokenType != JsonTokenType.String)
                    {
                        throw Unrecognized(expected, $"json: cannot unmarshal {GoTypeOf(reader.TokenType)} into Go struct field .{(isKind ? "kind" : "apiVersion")} of type string");
                    }

                    (kind, version) = isKind ? (reader.GetString()!, version) : (kind, reader.GetString()!);
                }

                reader.Skip();
            }

            if (reader.Read())
            {
                throw new JsonException();
            }
        }
        catch (JsonException error)
        {
            throw Unrecognized(expected, $"{JsonErrors.Describe(document, error)} ({Shown(original)})");
        }

        return (kind, version);
    }

    private static ApiException Unrecognized(GroupVersionKind expected, string why) =>
        ApiErrors.BadRequest($"the object provided is unrecognized (must be of type {expected.Kind}): couldn't get version/kind; json parse error: {why}");

    private static string Shown(ReadOnlySpan<byte> document) => document.Length == 0 ? "<empty>" : IsText(document) && document.Length <= 30 ? System.Text.Encoding.UTF8.GetString(document) : Excerpt(document);

    /// <summary>The first bytes, as messages show what is no text.</summary>
    internal static string Excerpt(ReadOnlySpan<byte> document) =>
        document.Length <= 30 ? Convert.ToHexStringLower(document) : Convert.ToHexStringLower(document[..30]) + " ...";

    private static bool IsText(ReadOnlySpan<byte> document) => document.StartsWith("{"u8);

    private static string GoTypeOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "object",
        JsonTokenType.StartArray => "array",
        JsonTokenType.True or JsonTokenType.False => "bool",
        JsonTokenType.Number => "number",
        _ => "string",
    };
}
