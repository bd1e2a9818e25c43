using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <summary>Words for documents that are not JSON, upstream's where upstream has words.</summary>
public static class JsonErrors
{
    /// <summary>What is wrong with a document at which the reader threw.</summary>
    public static string Describe(ReadOnlySpan<byte> document, Exception error)
    {
        if (error is InsufficientExecutionStackException)
        {
            return "exceeded max depth";
        }

        if (error is InvalidOperationException)
        {
            return "json: invalid UTF-8 or surrogate in string";
        }

        var offset = OffsetOf(document);
        if (offset < 0)
        {
            return error.Message;
        }

        if (document[offset..].Trim(" \t\r\n"u8).IsEmpty)
        {
            return "unexpected end of JSON input";
        }

        var found = (char)document[offset];
        return $"invalid character '{found}' at byte {offset}";
    }

    private static int OffsetOf(ReadOnlySpan<byte> document)
    {
        var reader = new Utf8JsonReader(document, new JsonReaderOptions { MaxDepth = JsonDecoder.MaxDepth });
        try
        {
            while (reader.Read())
            {
            }

            return -1;
        }
        catch (JsonException)
        {
            return (int)Math.Min(reader.BytesConsumed, document.Length);
        }
    }
}
