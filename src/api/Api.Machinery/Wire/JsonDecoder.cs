using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <summary>
/// Reads one JSON document into records. Positions as <see cref="Utf8JsonReader"/> does: a Read method is called with its value's first token
/// at hand and leaves the value's last token at hand. Paths for errors are found afterwards, from the offset, so that reading pays nothing for them.
/// </summary>
public ref struct JsonDecoder
{
    /// <summary>Nesting beyond this is refused.</summary>
    public const int MaxDepth = 10_000;

    private readonly ReadOnlySpan<byte> _document;
    private readonly List<string>? _unknownFields;
    private Utf8JsonReader _reader;

    /// <summary>Starts on a document; <paramref name="unknownFields"/>, where given, gathers the path of each field that no record has.</summary>
    public JsonDecoder(ReadOnlySpan<byte> document, List<string>? unknownFields = null)
    {
        _document = document;
        _unknownFields = unknownFields;
        _reader = new Utf8JsonReader(document, new JsonReaderOptions { MaxDepth = MaxDepth });
    }

    /// <summary>The name of the member at hand, unescaped.</summary>
    public readonly ReadOnlySpan<byte> Name => _reader.ValueIsEscaped ? Unescape() : _reader.ValueSpan;

    /// <summary>The name of the member at hand as a text, shared where it is short.</summary>
    public string ReadName() => StringPool.Shared.Get(ref _reader, this);

    /// <summary>True when the value at hand is null.</summary>
    public readonly bool IsNull => _reader.TokenType == JsonTokenType.Null;

    /// <summary>The token at hand.</summary>
    public readonly JsonTokenType Token => _reader.TokenType;

    /// <summary>Reads one whole document as a message; anything after it is an error.</summary>
    /// <exception cref="WireException">The document is not valid JSON, or does not fit the type.</exception>
    public static T Read<T>(ReadOnlySpan<byte> document, List<string>? unknownFields = null)
        where T : IMessage<T>
    {
        var json = new JsonDecoder(document, unknownFields);
        try
        {
            json._reader.Read();
            var message = T.ReadJson(ref json);
            json.End();
            return message;
        }
        catch (Exception e) when (e is JsonException or InsufficientExecutionStackException or InvalidOperationException)
        {
            throw new WireException(JsonErrors.Describe(document, e), e);
        }
    }

    /// <summary>Moves to the next token.</summary>
    public void Advance() => _reader.Read();

    /// <summary>Fails unless the document ends here.</summary>
    public void End()
    {
        if (_reader.Read())
        {
            throw Error("end of document");
        }
    }

    /// <summary>Enters an object; false when the value is null.</summary>
    public bool BeginObject()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return _reader.TokenType switch
        {
            JsonTokenType.StartObject => true,
            JsonTokenType.Null => false,
            _ => throw Error("object"),
        };
    }

    /// <summary>Moves to the next member's name; false at the object's end. The value is then one <see cref="Advance"/> away.</summary>
    public bool NextMember()
    {
        _reader.Read();
        return _reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Enters an array; false when the value is null.</summary>
    public readonly bool BeginArray() => _reader.TokenType switch
    {
        JsonTokenType.StartArray => true,
        JsonTokenType.Null => false,
        _ => throw Error("array"),
    };

    /// <summary>Moves to the next item; false at the array's end.</summary>
    public bool NextItem()
    {
        _reader.Read();
        return _reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Passes over the member at hand, whose name no field has, and notes its path.</summary>
    public void UnknownMember()
    {
        _unknownFields?.Add(JsonPathFinder.PathAt(_document, _reader.TokenStartIndex));
        _reader.Read();
        _reader.Skip();
    }

    /// <summary>Passes over the value at hand.</summary>
    public void Skip() => _reader.Skip();

    /// <summary>Reads a text; null gives the empty text.</summary>
    public string ReadString() => ReadNullableString() ?? "";

    /// <summary>Reads a text or null.</summary>
    public string? ReadNullableString()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.String:
                return StringPool.Shared.Get(ref _reader, this);
            case JsonTokenType.Null:
                return null;
            default:
                throw Error("string");
        }
    }

    /// <summary>Reads a text that a value type then parses; another type is worded as Go words it there, without a path.</summary>
    public string ReadGoString() => _reader.TokenType == JsonTokenType.String
        ? ReadString()
        : throw new WireException($"json: cannot unmarshal {GoTypeOf(_reader.TokenType)} into Go value of type string");

    /// <summary>The text or number at hand, unescaped.</summary>
    public readonly ReadOnlySpan<byte> Utf8Scalar => _reader.ValueIsEscaped ? Unescape() : _reader.ValueSpan;

    private static string GoTypeOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "object",
        JsonTokenType.StartArray => "array",
        JsonTokenType.True or JsonTokenType.False => "bool",
        JsonTokenType.Number => "number",
        JsonTokenType.String => "string",
        _ => "null",
    };

    /// <summary>Reads a truth value; null gives false.</summary>
    public readonly bool ReadBoolean() => ReadNullableBoolean() ?? false;

    /// <summary>Reads a truth value or null.</summary>
    public readonly bool? ReadNullableBoolean() => _reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => null,
        _ => throw Error("boolean"),
    };

    /// <summary>Reads a 32-bit whole number; null gives 0.</summary>
    public readonly int ReadInt32() => ReadNullableInt32() ?? 0;

    /// <summary>Reads a 32-bit whole number or null.</summary>
    public readonly int? ReadNullableInt32() => ReadNullableInt64() switch
    {
        null => null,
        >= int.MinValue and <= int.MaxValue and var number => (int)number,
        _ => throw Error("32-bit integer"),
    };

    /// <summary>Reads a 64-bit whole number; null gives 0.</summary>
    public readonly long ReadInt64() => ReadNullableInt64() ?? 0;

    /// <summary>Reads a 64-bit whole number or null.</summary>
    public readonly long? ReadNullableInt64()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.Number:
                if (_reader.TryGetInt64(out var number))
                {
                    return number;
                }

                throw Error("64-bit integer");
            case JsonTokenType.Null:
                return null;
            default:
                throw Error("integer");
        }
    }

    /// <summary>Reads any number; null gives 0.</summary>
    public readonly double ReadDouble() => ReadNullableDouble() ?? 0;

    /// <summary>Reads any number or null.</summary>
    public readonly double? ReadNullableDouble() => _reader.TokenType switch
    {
        JsonTokenType.Number => _reader.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw Error("64-bit floating point number"),
        JsonTokenType.Null => null,
        _ => throw Error("number"),
    };

    /// <summary>Reads base64 text as bytes; null gives nil.</summary>
    public readonly Bytes ReadBytes()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.String:
                return _reader.TryGetBytesFromBase64(out var bytes) ? Bytes.Adopt(bytes) : ReadLenientBase64();
            case JsonTokenType.Null:
                return default;
            default:
                throw Error("base64 string");
        }
    }

    /// <summary>The raw JSON of the value at hand, which is passed over.</summary>
    public ReadOnlySpan<byte> ReadRaw()
    {
        var start = (int)_reader.TokenStartIndex;
        _reader.Skip();
        var raw = _document[start..(int)_reader.BytesConsumed];
        return System.Text.Unicode.Utf8.IsValid(raw) ? raw : throw new WireException($"json: invalid UTF-8 at {JsonPathFinder.PathAt(_document, start)}");
    }

    /// <summary>The raw text of the number at hand.</summary>
    public readonly ReadOnlySpan<byte> RawNumber => _reader.ValueSpan;

    /// <summary>Reads a whole number if the number at hand is one.</summary>
    public readonly bool TryGetInt64(out long number) => _reader.TryGetInt64(out number);

    /// <summary>An error at the value at hand, naming its path and what was expected there.</summary>
    public readonly WireException Error(string expected)
    {
        var path = JsonPathFinder.PathAt(_document, _reader.TokenStartIndex);
        var found = _reader.TokenType switch
        {
            JsonTokenType.StartObject => "object",
            JsonTokenType.StartArray => "array",
            JsonTokenType.True or JsonTokenType.False => "bool",
            JsonTokenType.Number => $"number {Encoding.UTF8.GetString(_reader.ValueSpan)}",
            JsonTokenType.Null => "null",
            JsonTokenType.String => "string",
            _ => "end of value",
        };
        return new WireException(path.Length == 0 ? $"json: cannot unmarshal {found}: expected {expected}" : $"json: cannot unmarshal {found} into field {path}: expected {expected}");
    }

    internal readonly string DecodeString()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new WireException($"json: invalid UTF-8 or surrogate in string at {JsonPathFinder.PathAt(_document, _reader.TokenStartIndex)}", e);
        }
    }

    private readonly Bytes ReadLenientBase64()
    {
        // Upstream's decoder passes over line breaks within base64 text.
        var text = DecodeString();
        var plain = text.Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
        var buffer = new byte[plain.Length];
        return !plain.AsSpan().ContainsAny(' ', '\t') && Convert.TryFromBase64String(plain, buffer, out var length)
            ? Bytes.Copy(buffer.AsSpan(0, length))
            : throw new WireException($"illegal base64 data at input byte {GoBase64.FirstWrong(text)}");
    }

    private readonly ReadOnlySpan<byte> Unescape()
    {
        var buffer = new byte[_reader.HasValueSequence ? (int)_reader.ValueSequence.Length : _reader.ValueSpan.Length];
        return buffer.AsSpan(0, _reader.CopyString(buffer));
    }
}
