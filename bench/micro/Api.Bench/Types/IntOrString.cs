using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cybernetes.Api.Bench.Plain;

/// <summary>A number or a text, as plain code would have it.</summary>
[JsonConverter(typeof(Converter))]
internal readonly record struct IntOrString(int Number, string? Text)
{
    internal sealed class Converter : JsonConverter<IntOrString>
    {
        public override IntOrString Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number ? new(reader.GetInt32(), null) : new(0, reader.GetString());

        public override void Write(Utf8JsonWriter writer, IntOrString value, JsonSerializerOptions options)
        {
            if (value.Text is { } text)
            {
                writer.WriteStringValue(text);
            }
            else
            {
                writer.WriteNumberValue(value.Number);
            }
        }
    }
}
