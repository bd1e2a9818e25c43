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
        scan.Value(schema, openMap: schema is null);
        return scan.Findings;
    }

    /// <summary>The findings as one error: <c>strict decoding error: a, b</c>.</summary>
    public static string Describe(IEnumerable<string> findings) => $"strict decoding error: {string.Join(", ", findings)}";

    private ref struct Scanner
    {
        // Objects of up to this many members are looked through; larger ones get a set.
        private const int Few = 24;

        // The way to the value at hand: a member's name, or an item's place. A path is only made of it when something is found.
        private readonly List<(string? Name, int Place)> _way = [];
        private readonly List<string> _names = [];
        private Utf8JsonReader _reader;

        public Scanner(ReadOnlySpan<byte> document)
        {
            _reader = new Utf8JsonReader(document, new JsonReaderOptions { MaxDepth = JsonDecoder.MaxDepth });
            _reader.Read();
        }

        public List<string> Findings { get; } = [];

        // The value at hand; leaves its last token at hand.
        public void Value(MessageSchema? schema, bool openMap)
        {
            System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
            switch (_reader.TokenType)
            {
                case JsonTokenType.StartArray:
                    for (var i = 0; _reader.Read() && _reader.TokenType != JsonTokenType.EndArray; i++)
                    {
                        _way.Add((null, i));
                        Value(schema, openMap);
                        _way.RemoveAt(_way.Count - 1);
                    }

                    break;
                case JsonTokenType.StartObject:
                    Object(schema, openMap);
                    break;
            }
        }

        private void Object(MessageSchema? schema, bool openMap)
        {
            var first = _names.Count;
            HashSet<string>? seen = null;
            while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
            {
                var name = Name();
                _reader.Read();
                _way.Add((name, 0));
                var field = openMap ? null : schema?.Find(name);
                var isTypeMeta = schema?.Kind is not null && name is "kind" or "apiVersion";
                if (!openMap && field is null && !isTypeMeta)
                {
                    Note("unknown");
                    _reader.Skip();
                }
                else
                {
                    if (!IsNew(name, first, ref seen))
                    {
                        Note("duplicate");
                    }

                    Descend(schema, field, openMap);
                }

                _way.RemoveAt(_way.Count - 1);
            }

            _names.RemoveRange(first, _names.Count - first);
        }

        private void Descend(MessageSchema? schema, FieldSchema? field, bool openMap)
        {
            if (openMap)
            {
                // The entries of a map of messages are messages; free-form content stays free-form.
                Value(schema, schema is null);
            }
            else if (field is null || field.Type == FieldType.Leaf)
            {
                _reader.Skip();
            }
            else if (field.Shape == FieldShape.Map)
            {
                Value(field.Message, openMap: true);
            }
            else if (field.Message is { } message)
            {
                Value(message, openMap: false);
            }
            else
            {
                _reader.Skip();
            }
        }

        private string Name() => !_reader.ValueIsEscaped && System.Text.Ascii.IsValid(_reader.ValueSpan)
            ? StringPool.Shared.Get(_reader.ValueSpan)
            : JsonPathFinder.NameOf(ref _reader);

        // The names of the object at hand are those from its first on: the objects inside have taken theirs away again.
        private readonly bool IsNew(string name, int first, ref HashSet<string>? seen)
        {
            if (seen is not null)
            {
                return seen.Add(name);
            }

            if (System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_names)[first..].Contains(name))
            {
                return false;
            }

            _names.Add(name);
            if (_names.Count - first > Few)
            {
                seen = [.. _names[first..]];
            }

            return true;
        }

        private readonly void Note(string what)
        {
            var path = new System.Text.StringBuilder();
            foreach (var (name, place) in _way)
            {
                if (name is null)
                {
                    path.Append('[').Append(place).Append(']');
                }
                else
                {
                    path.Append(path.Length == 0 ? "" : ".").Append(name);
                }
            }

            var finding = $"{what} field {GoText.Quote(path.ToString())}";
            if (Findings.Count < MaxFindings && !Findings.Contains(finding))
            {
                Findings.Add(finding);
            }
        }
    }
}
