using System.Buffers;
using System.Text.Encodings.Web;

namespace Cybernetes.Api.Machinery;

/// <summary>
/// JSON escaping as Go's <c>encoding/json</c> has it: quotes, backslashes, control characters, <c>&lt;</c>, <c>&gt;</c>, <c>&amp;</c>, U+2028 and U+2029;
/// all other characters stand as they are.
/// </summary>
public sealed unsafe class GoJsonEscaping : JavaScriptEncoder
{
    private static readonly SearchValues<char> _escaped = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\"\\<>&\u2028\u2029");

    // 0xE2 begins U+2028 and U+2029.
    private static readonly SearchValues<byte> _escapedBytes = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(b => (byte)b), .. "\"\\<>&"u8, 0xE2]);

    private GoJsonEscaping()
    {
    }

    /// <summary>The one instance.</summary>
    public static GoJsonEscaping Instance { get; } = new();

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => 6;

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) => unicodeScalar <= char.MaxValue && _escaped.Contains((char)unicodeScalar);

    /// <inheritdoc/>
    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var span = new ReadOnlySpan<char>(text, textLength);
        var at = span.IndexOfAny(_escaped);
        var prefix = at < 0 ? span : span[..at];
        var surrogate = prefix.IndexOfAnyInRange('\ud800', '\udfff');
        return surrogate < 0 ? at : FirstBroken(span, surrogate, at);
    }

    /// <inheritdoc/>
    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text)
    {
        var from = 0;
        while (utf8Text[from..].IndexOfAny(_escapedBytes) is >= 0 and var at)
        {
            at += from;
            if (utf8Text[at] != 0xE2 || (at + 2 < utf8Text.Length && utf8Text[at + 1] == 0x80 && utf8Text[at + 2] is 0xA8 or 0xA9))
            {
                return at;
            }

            from = at + 1;
        }

        return -1;
    }

    /// <inheritdoc/>
    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var output = new Span<char>(buffer, bufferLength);
        var text = unicodeScalar switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\b' => "\\b",
            '\f' => "\\f",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ => null,
        };
        if (text is not null)
        {
            numberOfCharactersWritten = text.TryCopyTo(output) ? text.Length : 0;
            return numberOfCharactersWritten > 0;
        }

        if (unicodeScalar == 0xfffd)
        {
            // Go writes what was no character as the escape of the replacement character.
            numberOfCharactersWritten = "\\ufffd".TryCopyTo(output) ? 6 : 0;
            return numberOfCharactersWritten > 0;
        }

        return output.TryWrite($"\\u{unicodeScalar:x4}", out numberOfCharactersWritten);
    }

    // Well-formed pairs stand as they are; only a lone surrogate is to be replaced.
    private static int FirstBroken(ReadOnlySpan<char> text, int from, int escapedAt)
    {
        for (var i = from; i < text.Length && (escapedAt < 0 || i < escapedAt); i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return i;
            }
        }

        return escapedAt;
    }
}
