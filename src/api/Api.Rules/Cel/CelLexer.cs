namespace Cybernetes.Api.Rules;

/// <summary>Cuts a CEL expression into tokens, by the grammar of the CEL specification.</summary>
internal sealed class CelLexer(string text)
{
    private static readonly string[] _pairs = ["==", "!=", "<=", ">=", "&&", "||", "[?", "{?", ".?"];

    private readonly List<CelToken> _tokens = [];
    private int _at, _line = 1, _lineStart;

    /// <summary>What was no token.</summary>
    public List<CelIssue> Issues { get; } = [];

    public List<CelToken> Read()
    {
        while (_at < text.Length)
        {
            Next();
        }

        _tokens.Add(new(CelTokenKind.End, "<EOF>", _line, _at - _lineStart));
        return _tokens;
    }

    private void Next()
    {
        var c = text[_at];
        if (c == '\n')
        {
            _line++;
            _lineStart = ++_at;
        }
        else if (c is ' ' or '\t' or '\r' or '\f')
        {
            _at++;
        }
        else if (text.AsSpan(_at).StartsWith("//"))
        {
            while (_at < text.Length && text[_at] != '\n')
            {
                _at++;
            }
        }
        else if (StringStart() is { } literal)
        {
            Quoted(literal);
        }
        else if (char.IsAsciiLetter(c) || c == '_')
        {
            var end = _at;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
            {
                end++;
            }

            var word = text[_at..end];
            Add(word is "true" or "false" or "null" or "in" ? CelTokenKind.Symbol : CelTokenKind.Identifier, end);
        }
        else if (char.IsAsciiDigit(c) || (c == '.' && _at + 1 < text.Length && char.IsAsciiDigit(text[_at + 1])))
        {
            Number();
        }
        else if (_at + 1 < text.Length && _pairs.Contains(text.Substring(_at, 2)))
        {
            Add(CelTokenKind.Symbol, _at + 2);
        }
        else if ("+-*/%<>!?:.,()[]{}".Contains(c, StringComparison.Ordinal))
        {
            Add(CelTokenKind.Symbol, _at + 1);
        }
        else if (c == '`' && text.IndexOf('`', _at + 1) is var close && close > 0)
        {
            Add(CelTokenKind.Identifier, close + 1);
        }
        else
        {
            Wrong(text.Substring(_at, 1), _at + 1);
        }
    }

    private void Add(CelTokenKind kind, int end)
    {
        _tokens.Add(new(kind, text[_at..end], _line, _at - _lineStart));
        _at = end;
    }

    private void Wrong(string what, int end)
    {
        Issues.Add(new(_line, _at - _lineStart, $"Syntax error: token recognition error at: '{what}'"));
        _at = end;
    }

    private void Number()
    {
        var end = _at;
        if (text[_at] == '0' && _at + 1 < text.Length && text[_at + 1] is 'x' or 'X')
        {
            end += 2;
            while (end < text.Length && char.IsAsciiHexDigit(text[end]))
            {
                end++;
            }
        }
        else
        {
            var real = false;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && !real && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            {
                real |= text[end++] == '.';
            }

            if (end < text.Length && text[end] is 'e' or 'E')
            {
                var digits = end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1;
                if (digits < text.Length && char.IsAsciiDigit(text[digits]))
                {
                    real = true;
                    for (end = digits; end < text.Length && char.IsAsciiDigit(text[end]);)
                    {
                        end++;
                    }
                }
            }

            if (real)
            {
                Add(CelTokenKind.Double, end);
                return;
            }
        }

        var unsigned = end < text.Length && text[end] is 'u' or 'U';
        Add(unsigned ? CelTokenKind.UInt : CelTokenKind.Int, unsigned ? end + 1 : end);
    }

    // Where the quotes begin, and whether the string is raw or of bytes; null where no string begins.
    private (int Quote, bool Raw, bool Bytes)? StringStart()
    {
        var (at, raw, bytes) = (_at, false, false);
        for (; at < text.Length && at < _at + 2 && text[at] is 'r' or 'R' or 'b' or 'B'; at++)
        {
            raw |= text[at] is 'r' or 'R';
            bytes |= text[at] is 'b' or 'B';
        }

        return at < text.Length && text[at] is '"' or '\'' ? (at, raw, bytes) : null;
    }

    private void Quoted((int Quote, bool Raw, bool Bytes) start)
    {
        var quote = text.AsSpan(start.Quote).StartsWith("\"\"\"") || text.AsSpan(start.Quote).StartsWith("'''")
            ? text.Substring(start.Quote, 3)
            : text.Substring(start.Quote, 1);
        for (var at = start.Quote + quote.Length; at < text.Length; at++)
        {
            if (text.AsSpan(at).StartsWith(quote))
            {
                Add(start.Bytes ? CelTokenKind.Bytes : CelTokenKind.String, at + quote.Length);
                return;
            }

            if (quote.Length == 1 && text[at] is '\n' or '\r')
            {
                break;
            }

            if (text[at] == '\\' && !start.Raw)
            {
                at++;
            }
        }

        Wrong(text[_at..], text.Length);
    }
}
