using System.Globalization;
using System.Text;

namespace Cybernetes.Api.Machinery;

/// <summary>Reads JSONPath templates.</summary>
internal sealed class JsonPathParser
{
    private readonly string _text;
    private int _at;

    private JsonPathParser(string text) => _text = text;

    public static IReadOnlyList<JsonPathNode> Parse(string template)
    {
        var flat = new JsonPathParser(template).Template();
        var at = 0;
        return Blocks(flat, ref at);
    }

    // Puts what stands between {range} and {end} into the range; an end without a range ends the template, a range without an end goes on to it.
    private static List<JsonPathNode> Blocks(List<JsonPathNode> flat, ref int at)
    {
        var nodes = new List<JsonPathNode>();
        while (at < flat.Count)
        {
            var node = flat[at++];
            if (node is ListNode { Nodes: [WordNode { Word: "end" }, ..] })
            {
                return nodes;
            }

            if (node is ListNode { Nodes: [WordNode { Word: "range" }, .. var over] })
            {
                nodes.Add(new RangeNode(new ListNode(over), Blocks(flat, ref at)));
            }
            else
            {
                nodes.Add(node);
            }
        }

        return nodes;
    }

    private List<JsonPathNode> Template()
    {
        var nodes = new List<JsonPathNode>();
        while (_at < _text.Length)
        {
            var open = _text.IndexOf('{', _at);
            var end = open < 0 ? _text.Length : open;
            if (end > _at)
            {
                nodes.Add(new TextNode(_text[_at..end]));
            }

            _at = end;
            if (open >= 0)
            {
                _at++;
                nodes.Add(new ListNode([.. Action(closes: true)]));
            }
        }

        return nodes;
    }

    private List<JsonPathNode> Action(bool closes)
    {
        var nodes = new List<JsonPathNode>();
        while (true)
        {
            if (_at >= _text.Length)
            {
                return closes ? throw new JsonPathException("unclosed action") : nodes;
            }

            var c = _text[_at];
            switch (c)
            {
                case '}' when closes:
                    _at++;
                    return nodes;
                case '\n' or '\r':
                    throw new JsonPathException("unclosed action");
                case ' ' or '@' or '$':
                    _at++;
                    break;
                case '.' when Starts(".."):
                    _at += 2;
                    nodes.Add(new RecursiveNode());
                    if (_at < _text.Length && !IsTerminator(_text[_at]))
                    {
                        nodes.Add(Field());
                    }

                    break;
                case '.':
                    _at++;
                    nodes.Add(Field());
                    break;
                case '[':
                    nodes.Add(Starts("[?(") ? Filter() : Array());
                    break;
                case '"' or '\'':
                    nodes.Add(new TextNode(Quoted(c)));
                    break;
                case '+' or '-' or (>= '0' and <= '9'):
                    nodes.Add(Number());
                    break;
                case '*':
                    _at++;
                    nodes.Add(new WildcardNode());
                    break;
                default:
                    nodes.Add(IsAlphaNumeric(c) ? Word() : throw new JsonPathException($"unrecognized character in action: U+{(int)c:X4} '{c}'"));
                    break;
            }
        }
    }

    private JsonPathNode Field()
    {
        var name = new StringBuilder();
        while (_at < _text.Length && !IsTerminator(_text[_at]))
        {
            if (_text[_at] == '\\' && _at + 1 < _text.Length)
            {
                _at++;
            }

            name.Append(_text[_at++]);
        }

        if (name.Length == 1 && name[0] == '*')
        {
            return new WildcardNode();
        }

        // {.} is the object itself.
        return name.Length == 0 ? new ListNode([]) : new FieldNode(name.ToString());
    }

    private JsonPathNode Word()
    {
        var start = _at;
        while (_at < _text.Length && IsAlphaNumeric(_text[_at]))
        {
            _at++;
        }

        var word = _text[start.._at];
        return word switch
        {
            "true" or "false" => new LiteralNode(word == "true"),
            "range" or "end" => new WordNode(word),
            _ => throw new JsonPathException($"unrecognized identifier {word}"),
        };
    }

    private LiteralNode Number()
    {
        var start = _at++;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] is '.' or 'e' or 'E' or '-' or '+'))
        {
            _at++;
        }

        var text = _text.AsSpan(start, _at - start);
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return new(whole);
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new(number)
            : throw new JsonPathException($"cannot parse number {text}");
    }

    private string Quoted(char quote)
    {
        var text = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (c == quote)
            {
                _at++;
                return text.ToString();
            }

            if (c == '\\' && _at + 1 < _text.Length)
            {
                c = _text[++_at] switch
                {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    var other => other,
                };
            }

            text.Append(c);
        }

        throw new JsonPathException("unterminated quoted string");
    }

    private JsonPathNode Array()
    {
        var inner = Between('[', ']', "unterminated array");
        if (inner == "*")
        {
            return new WildcardNode();
        }

        var parts = SplitOutsideQuotes(inner);
        if (parts.Count > 1)
        {
            return new UnionNode(parts.Select(part => (JsonPathNode)new ListNode([.. new JsonPathParser($"[{part.Trim()}]").Action(closes: false)])).ToArray());
        }

        if (inner.Length >= 2 && inner[0] == '\'' && inner[^1] == '\'')
        {
            return new FieldNode(inner[1..^1]);
        }

        var bounds = inner.Split(':');
        var numbers = new int?[3];
        if (bounds.Length > 3 || bounds.Where((bound, i) => !TryBound(bound, out numbers[i])).Any())
        {
            throw new JsonPathException($"invalid array index {inner}");
        }

        return bounds.Length == 1
            ? numbers[0] is { } index ? new ArrayNode(index, index + 1, EndIsDerived: true, null) : throw new JsonPathException($"invalid array index {inner}")
            : new ArrayNode(numbers[0], numbers[1], EndIsDerived: false, numbers[2]);
    }

    private static bool TryBound(string text, out int? number)
    {
        number = null;
        if (text.Length == 0)
        {
            return true;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        number = value;
        return true;
    }

    private FilterNode Filter()
    {
        _at += 2;
        var inner = Between('(', ')', "unterminated filter");
        if (_at >= _text.Length || _text[_at] != ']')
        {
            throw new JsonPathException("unclosed array expect ]");
        }

        _at++;
        var (start, length) = FindOperator(inner);
        if (length == 0)
        {
            return new(Side(inner), "exists", null);
        }

        var @operator = inner.Substring(start, length);
        return @operator is "<" or ">" or "==" or "!=" or "<=" or ">="
            ? new(Side(inner[..start]), @operator, Side(inner[(start + length)..]))
            : throw new JsonPathException($"unrecognized filter operator {@operator}");

        static ListNode Side(string text) => new([.. new JsonPathParser(text.Trim()).Action(closes: false)]);
    }

    private static (int Start, int Length) FindOperator(string text)
    {
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            if (quote != '\0')
            {
                quote = text[i] == quote ? '\0' : quote;
            }
            else if (text[i] is '"' or '\'')
            {
                quote = text[i];
            }
            else if (text[i] is '=' or '!' or '<' or '>')
            {
                var length = 1;
                while (i + length < text.Length && text[i + length] is '=' or '!' or '<' or '>')
                {
                    length++;
                }

                return (i, length);
            }
        }

        return (0, 0);
    }

    // The text between brackets that belong together, quotes aside; moves past the closing one.
    private string Between(char open, char close, string unterminated)
    {
        var start = ++_at;
        var (depth, quote) = (1, '\0');
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == open)
            {
                depth++;
            }
            else if (c == close && --depth == 0)
            {
                return _text[start.._at++];
            }
        }

        throw new JsonPathException(unterminated);
    }

    private static List<string> SplitOutsideQuotes(string text)
    {
        var parts = new List<string>();
        var (start, quoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\'')
            {
                quoted = !quoted;
            }
            else if (text[i] == ',' && !quoted)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    private bool Starts(string prefix) => string.CompareOrdinal(_text, _at, prefix, 0, prefix.Length) == 0;

    private static bool IsTerminator(char c) => char.IsWhiteSpace(c) || c is '.' or ',' or '[' or ']' or '$' or '@' or '{' or '}';

    private static bool IsAlphaNumeric(char c) => c == '_' || char.IsLetterOrDigit(c);
}
