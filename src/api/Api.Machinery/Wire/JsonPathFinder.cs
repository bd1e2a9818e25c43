using System.Text;
using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <summary>Finds the path of a token by its offset, as upstream writes paths: <c>spec.containers[0].image</c>.</summary>
internal static class JsonPathFinder
{
    /// <summary>The path of the token that starts at <paramref name="offset"/>: of a member's name, the member; of a value, the value.</summary>
    public static string PathAt(ReadOnlySpan<byte> document, long offset)
    {
        var reader = new Utf8JsonReader(document, new JsonReaderOptions { MaxDepth = JsonDecoder.MaxDepth });
        var frames = new List<(string? Name, int Index)>();
        while (reader.Read())
        {
            if (frames.Count > 0 && frames[^1].Index >= -1 && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.PropertyName))
            {
                frames[^1] = (null, frames[^1].Index + 1);
            }

            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                frames[^1] = (NameOf(ref reader), -2);
            }

            if (reader.TokenStartIndex >= offset)
            {
                break;
            }

            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    frames.Add((null, -2));
                    break;
                case JsonTokenType.StartArray:
                    frames.Add((null, -1));
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    frames.RemoveAt(frames.Count - 1);
                    break;
            }
        }

        var path = new StringBuilder();
        foreach (var (name, index) in frames)
        {
            if (index >= 0)
            {
                path.Append('[').Append(index).Append(']');
            }
            else if (name is not null)
            {
                path.Append(path.Length > 0 ? "." : "").Append(name);
            }
        }

        return path.ToString();
    }

    /// <summary>The text at hand, with replacement characters where it is broken: fit to be shown.</summary>
    public static string NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.ValueIsEscaped ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }
}
