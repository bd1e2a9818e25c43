using System.Diagnostics.CodeAnalysis;

namespace Cybernetes.Api.Machinery;

/// <summary>Reads label selectors, left to right over a list of tokens, with upstream's error texts.</summary>
internal sealed class SelectorParser
{
    private readonly List<(Token Token, string Text)> _tokens;
    private readonly FieldPath? _path;
    private int _at;

    private SelectorParser(string text, FieldPath? path)
    {
        _tokens = Scan(text);
        _path = path;
    }

    private enum Token : byte
    {
        Error,
        End,
        Close,
        Comma,
        Not,
        DoubleEquals,
        Equals,
        Greater,
        Identifier,
        In,
        Less,
        NotEquals,
        NotIn,
        Open,
    }

    public static bool TryParse(string text, FieldPath? path, [NotNullWhen(true)] out Selector? selector, [NotNullWhen(false)] out string? error)
    {
        try
        {
            (selector, error) = (Selector.From(new SelectorParser(text, path).Parse()), null);
            return true;
        }
        catch (FormatException e)
        {
            (selector, error) = (null, e.Message);
            return false;
        }
    }

    private List<Requirement> Parse()
    {
        var requirements = new List<Requirement>();
        while (true)
        {
            var (token, text) = Peek(asValue: true);
            if (token == Token.End)
            {
                return requirements;
            }

            if (token is not (Token.Identifier or Token.Not))
            {
                throw new FormatException($"found '{text}', expected: !, identifier, or 'end of string'");
            }

            try
            {
                requirements.Add(ParseRequirement());
            }
            catch (FormatException e)
            {
                throw new FormatException($"unable to parse requirement: {e.Message}");
            }

            (token, text) = Take(asValue: true);
            switch (token)
            {
                case Token.End:
                    return requirements;
                case Token.Comma when Peek(asValue: true) is var next && next.Token is not (Token.Identifier or Token.Not):
                    throw new FormatException($"found '{next.Text}', expected: identifier after ','");
                case Token.Comma:
                    break;
                default:
                    throw new FormatException($"found '{text}', expected: ',' or 'end of string'");
            }
        }
    }

    private Requirement ParseRequirement()
    {
        var (token, key) = Take(asValue: true);
        var negated = token == Token.Not;
        if (negated)
        {
            (token, key) = Take(asValue: true);
        }

        if (token != Token.Identifier)
        {
            throw new FormatException($"found '{key}', expected: identifier");
        }

        if (Names.QualifiedName(key) is { Count: > 0 } wrong)
        {
            var errors = new ErrorList();
            errors.Invalid(_path, key, string.Join("; ", wrong));
            throw new FormatException(errors.ToString());
        }

        var ends = Peek(asValue: true).Token is Token.End or Token.Comma;
        if (negated || ends)
        {
            return Create(key, negated ? SelectorOperator.DoesNotExist : SelectorOperator.Exists, []);
        }

        var @operator = ParseOperator();
        return Create(key, @operator, @operator is SelectorOperator.In or SelectorOperator.NotIn ? ParseValues() : [ParseExactValue()]);
    }

    private Requirement Create(string key, SelectorOperator @operator, IEnumerable<string> values) =>
        Requirement.TryCreate(key, @operator, values.ToValueList(), _path, out var errors) ?? throw new FormatException(errors.ToString());

    private SelectorOperator ParseOperator()
    {
        var (token, text) = Take(asValue: false);
        return token switch
        {
            Token.In => SelectorOperator.In,
            Token.NotIn => SelectorOperator.NotIn,
            Token.Equals => SelectorOperator.Equals,
            Token.DoubleEquals => SelectorOperator.DoubleEquals,
            Token.NotEquals => SelectorOperator.NotEquals,
            Token.Greater => SelectorOperator.GreaterThan,
            Token.Less => SelectorOperator.LessThan,
            _ => throw new FormatException($"found '{text}', expected: {string.Join(", ", Requirement.BinaryOperators)}"),
        };
    }

    private SortedSet<string> ParseValues()
    {
        var (token, text) = Take(asValue: true);
        if (token != Token.Open)
        {
            throw new FormatException($"found '{text}' expected: '('");
        }

        (token, text) = Peek(asValue: true);
        switch (token)
        {
            case Token.Identifier or Token.Comma:
                var values = ParseList();
                return Take(asValue: true).Token == Token.Close ? values : throw new FormatException($"found '{text}', expected: ')'");
            case Token.Close:
                Take(asValue: true);
                return [""];
            default:
                throw new FormatException($"found '{text}', expected: ',', ')' or identifier");
        }
    }

    private SortedSet<string> ParseList()
    {
        var values = new SortedSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var (token, text) = Take(asValue: true);
            var next = Peek(asValue: true);
            switch (token)
            {
                case Token.Identifier:
                    values.Add(text);
                    switch (next.Token)
                    {
                        case Token.Comma:
                            continue;
                        case Token.Close:
                            return values;
                        default:
                            throw new FormatException($"found '{next.Text}', expected: ',' or ')'");
                    }

                case Token.Comma:
                    if (values.Count == 0)
                    {
                        values.Add("");
                    }

                    if (next.Token == Token.Close)
                    {
                        values.Add("");
                        return values;
                    }

                    if (next.Token == Token.Comma)
                    {
                        values.Add("");
                    }

                    break;
                default:
                    throw new FormatException($"found '{text}', expected: ',', or identifier");
            }
        }
    }

    private string ParseExactValue()
    {
        if (Peek(asValue: true).Token is Token.End or Token.Comma)
        {
            return "";
        }

        var (token, text) = Take(asValue: true);
        return token == Token.Identifier ? text : throw new FormatException($"found '{text}', expected: identifier");
    }

    // As a value, "in" and "notin" are plain words.
    private (Token Token, string Text) Peek(bool asValue)
    {
        var (token, text) = _at < _tokens.Count ? _tokens[_at] : (Token.End, "");
        return asValue && (token is Token.In or Token.NotIn) ? (Token.Identifier, text) : (token, text);
    }

    private (Token Token, string Text) Take(bool asValue)
    {
        var taken = Peek(asValue);
        _at++;
        return taken;
    }

    private static List<(Token Token, string Text)> Scan(string text)
    {
        var tokens = new List<(Token, string)>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && text[at] is (' ' or '\t' or '\r' or '\n'))
            {
                at++;
            }

            if (at >= text.Length)
            {
                tokens.Add((Token.End, ""));
                return tokens;
            }

            tokens.Add(IsSymbol(text[at]) ? ScanSymbol(text, ref at) : ScanWord(text, ref at));
        }
    }

    private static (Token Token, string Text) ScanSymbol(string text, ref int at)
    {
        var two = at + 1 < text.Length ? text.AsSpan(at, 2) : default;
        if (two is "==" or "!=")
        {
            at += 2;
            return two is "==" ? (Token.DoubleEquals, "==") : (Token.NotEquals, "!=");
        }

        var one = text[at++];
        return one switch
        {
            ')' => (Token.Close, ")"),
            ',' => (Token.Comma, ","),
            '!' => (Token.Not, "!"),
            '=' => (Token.Equals, "="),
            '>' => (Token.Greater, ">"),
            '<' => (Token.Less, "<"),
            _ => (Token.Open, "("),
        };
    }

    private static (Token Token, string Text) ScanWord(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && !IsSymbol(text[at]) && text[at] is not (' ' or '\t' or '\r' or '\n'))
        {
            at++;
        }

        var word = text[start..at];
        return word switch
        {
            "in" => (Token.In, word),
            "notin" => (Token.NotIn, word),
            _ => (Token.Identifier, word),
        };
    }

    private static bool IsSymbol(char c) => c is '=' or '!' or '(' or ')' or ',' or '>' or '<';
}
