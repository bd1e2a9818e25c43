using System.Text.Json;
using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Decoding;

/// <summary>Finds the fields of a JSON document that its kind does not have and those that stand twice, in the order they stand.</summary>
internal static class StrictFields
{
    private const int MaxProblems = 100;

    /// <summary>The problems as upstream words them; none for a document that cannot be read.</summary>
    public static List<string> Check(ReadOnlySpan<byte> document, MessageSchema schema)
    {
        var problems = new List<string>();
        var reader = new Utf8JsonReader(document, new JsonReaderOptions { MaxDepth = JsonDecoder.MaxDepth });
        try
        {
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                Walk(ref reader, schema, null, problems, isDocument: true);
            }
        }
        catch (Exception error) when (error is JsonException or InsufficientExecutionStackException)
        {
            return [];
        }

        return problems;
    }

    private static void Walk(ref Utf8JsonReader reader, MessageSchema? schema, Place? place, List<string> problems, bool isDocument = false)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        HashSet<string>? seen = null;
        string? first = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var repeated = first is not null && (first == name || !(seen ??= [first]).Add(name));
            first ??= name;
            var field = schema?.Find(name);
            var unknown = schema is not null && field is null && !((isDocument || schema.Kind is not null) && name is "kind" or "apiVersion");
            reader.Read();
            if (problems.Count < MaxProblems)
            {
                if (repeated)
                {
                    problems.Add($"duplicate field \"{Place.Print(place, name)}\"");
                }
                else if (unknown)
                {
                    problems.Add($"unknown field \"{Place.Print(place, name)}\"");
                }
            }

            if (unknown || (schema is not null && field?.Type == FieldType.Leaf && field.Shape == FieldShape.Single))
            {
                reader.Skip();
                continue;
            }

            Value(ref reader, field?.Message, field?.Shape ?? FieldShape.Single, new Place(place, name, -1), problems);
        }
    }

    private static void Value(ref Utf8JsonReader reader, MessageSchema? schema, FieldShape shape, Place place, List<string> problems)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when shape == FieldShape.Map && schema is not null:
                WalkMap(ref reader, schema, place, problems);
                break;
            case JsonTokenType.StartObject:
                Walk(ref reader, schema, place, problems);
                break;
            case JsonTokenType.StartArray:
                for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
                {
                    Value(ref reader, schema, FieldShape.Single, new Place(place, null, index), problems);
                }

                break;
            default:
                break;
        }
    }

    private static void WalkMap(ref Utf8JsonReader reader, MessageSchema schema, Place place, List<string> problems)
    {
        var seen = new HashSet<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (!seen.Add(name))
            {
                problems.Add($"duplicate field \"{Place.Print(place, name)}\"");
            }

            reader.Read();
            Value(ref reader, schema, FieldShape.Single, new Place(place, name, -1), problems);
        }
    }

    private sealed record Place(Place? Parent, string? Name, int Index)
    {
        public static string Print(Place? parent, string name) => parent is null ? name : $"{parent.Print()}.{name}";

        private string Print() => Name is null ? $"{Parent!.Print()}[{Index}]" : Parent is null ? Name : $"{Parent.Print()}.{Name}";
    }
}
