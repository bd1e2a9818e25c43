using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <summary>
/// What strict decoding finds in a JSON document: <c>unknown field "spec.foo"</c> and <c>duplicate field "spec.bar"</c>, each once, in the
/// document's order, at most a hundred.
/// </summary>
public static class StrictScan
{
    private const int MaxFindings = 100;

    /// <summary>Scans a document that is known to be JSON; without a field table only duplicates are found.</summary>
    public static IReadOnlyList<string> Find(ReadOnlySpan<byte> document, MessageSchema? schema)
    {
        var scan = new Scanner(document);
        scan.Value(schema, openMap: schema is null, "");
        return scan.Findings;
    }

    /// <summary>The findings as one error: <c>strict decoding error: a, b</c>.</summary>
    public static string Describe(IEnumerable<string> findings) => $"strict decoding error: {string.Join(", ", findings)}";

    private ref struct Scanner
    {
        private Utf8JsonReader _reader;

        public Scanner(ReadOnlySpan<byte> document)
        {
            _reader = new Utf8JsonReader(document, new JsonReaderOptions { MaxDepth = JsonDecoder.MaxDepth });
            _reader.Read();
        }

        public List<string> Findings { get; } = [];

        // The value at hand; leaves its last token at hand.
        public void Value(MessageSchema? schema, bool openMap, string path)
        {
            System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
            switch (_reader.TokenType)
            {
                case JsonTokenType.StartArray:
                    for (var i = 0; _reader.Read() && _reader.TokenType != JsonTokenType.EndArray; i++)
                    {
                        Value(schema, openMap, $"{path}[{i}]");
                    }

                    break;
                case JsonTokenType.StartObject:
                    Object(schema, openMap, path);
                    break;
            }
        }

        private void Object(MessageSchema? schema, bool openMap, string path)
        {
            HashSet<string>? seen = null;
            while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
            {
                var name = JsonPathFinder.NameOf(ref _reader);
                var inner = path.Length == 0 ? name : $"{path}.{name}";
                _reader.Read();
                var field = openMap ? null : schema?.Find(name);
                var isTypeMeta = schema?.Kind is not null && name is "kind" or "apiVersion";
                if (!openMap && field is null && !isTypeMeta)
                {
                    Note($"unknown field {GoText.Quote(inner)}");
                    _reader.Skip();
                    continue;
                }

                if (!(seen ??= []).Add(name))
                {
                    Note($"duplicate field {GoText.Quote(inner)}");
                }

                Descend(schema, field, openMap, inner);
            }
        }

        private void Descend(MessageSchema? schema, FieldSchema? field, bool openMap, string path)
        {
            if (openMap)
            {
                // The entries of a map of messages are messages; free-form content stays free-form.
                Value(schema, schema is null, path);
            }
            else if (field is null || field.Type == FieldType.Leaf)
            {
                _reader.Skip();
            }
            else if (field.Shape == FieldShape.Map)
            {
                Value(field.Message, openMap: true, path);
            }
            else if (field.Message is { } message)
            {
                Value(message, openMap: false, path);
            }
            else
            {
                _reader.Skip();
            }
        }

        private readonly void Note(string finding)
        {
            if (Findings.Count < MaxFindings && !Findings.Contains(finding))
            {
                Findings.Add(finding);
            }
        }
    }
}
