namespace Cybernetes.Api.Rules;

/// <summary>Parses CEL. The first thing wrong ends it; it is told as upstream's parser tells it.</summary>
internal sealed class CelParser
{
    private const string Starts = "{'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}";

    private static readonly string[][] _levels =
    [
        ["||"],
        ["&&"],
        ["<", "<=", ">=", ">", "==", "!=", "in"],
        ["+", "-"],
        ["*", "/", "%"],
    ];

    private static readonly string[] _reserved =
    [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while",
    ];

    private readonly List<CelToken> _tokens;
    private int _at;

    private CelParser(List<CelToken> tokens) => _tokens = tokens;

    private CelToken Here => _tokens[_at];

    /// <summary>The expression, or null with what is wrong.</summary>
    public static CelNode? Parse(string text, List<CelIssue> issues)
    {
        var lexer = new CelLexer(text);
        var parser = new CelParser(lexer.Read());
        issues.AddRange(lexer.Issues);
        try
        {
            var node = parser.Conditional();
            var rest = parser.Here;
            if (rest.Kind != CelTokenKind.End)
            {
                var alone = parser._tokens[parser._at + 1].Kind == CelTokenKind.End;
                parser.Fail($"{(alone ? "extraneous" : "mismatched")} input '{rest.Text}' expecting <EOF>");
            }

            return issues.Count == 0 ? node : null;
        }
        catch (CelSyntaxException wrong)
        {
            // An expression that is not there at all stands before its first column.
            issues.Add(text.Length == 0 ? wrong.Issue with { Column = -1 } : wrong.Issue);
            return null;
        }
    }

    private void Fail(string why) => throw new CelSyntaxException(new(Here.Line, Here.Column, $"Syntax error: {why}"));

    private bool Take(string symbol)
    {
        if (!Here.Is(symbol))
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!Take(symbol))
        {
            Fail($"mismatched input '{Here.Text}' expecting '{symbol}'");
        }
    }

    private CelNode Conditional()
    {
        var condition = Binary(0);
        var mark = Here;
        if (!Take("?"))
        {
            return condition;
        }

        var yes = Binary(0);
        Expect(":");
        return new CelCall(null, "_?_:_", [condition, yes, Conditional()], mark.Line, mark.Column);
    }

    private CelNode Binary(int level)
    {
        if (level == _levels.Length)
        {
            return Unary();
        }

        var left = Binary(level + 1);
        while (Here.Kind == CelTokenKind.Symbol && _levels[level].Contains(Here.Text))
        {
            var op = Here;
            _at++;
            left = new CelCall(null, op.Text == "in" ? "@in" : $"_{op.Text}_", [left, Binary(level + 1)], op.Line, op.Column);
        }

        return left;
    }

    private CelNode Unary()
    {
        var op = Here;
        if (Take("!"))
        {
            return new CelCall(null, "!_", [Unary()], op.Line, op.Column);
        }

        if (Take("-"))
        {
            return Unary() switch
            {
                CelConstant { Type: var type } number when type == CelType.Int || type == CelType.Double => number with { Text = "-" + number.Text, Column = op.Column },
                var other => new CelCall(null, "-_", [other], op.Line, op.Column),
            };
        }

        return Member();
    }

    private CelNode Member()
    {
        var node = Primary();
        while (true)
        {
            var op = Here;
            if (Take(".") || Take(".?"))
            {
                if (Here.Kind != CelTokenKind.Identifier && !Here.Is("in"))
                {
                    Fail($"no viable alternative at input '{op.Text}{(Here.Kind == CelTokenKind.End ? "" : Here.Text)}'");
                }

                var name = Here;
                _at++;
                var paren = Here;
                node = Take("(")
                    ? new CelCall(node, name.Text, [.. List(")")], paren.Line, paren.Column)
                    : new CelSelect(node, name.Text.Trim('`'), op.Text == ".?", op.Line, op.Column);
            }
            else if (Take("[") || Take("[?"))
            {
                var key = Conditional();
                Expect("]");
                node = new CelCall(null, op.Text == "[?" ? "_[?_]" : "_[_]", [node, key], op.Line, op.Column);
            }
            else if (Here.Is("{") && TypeName(node) is { } type)
            {
                _at++;
                node = new CelMessage(type, Fields(), op.Line, op.Column);
            }
            else
            {
                return node;
            }
        }
    }

    private static string? TypeName(CelNode node) => node switch
    {
        CelName name => name.Name,
        CelSelect { Optional: false } select when TypeName(select.Of) is { } prefix => $"{prefix}.{select.Field}",
        _ => null,
    };

    private CelNode Primary()
    {
        var token = Here;
        if (token.Kind is CelTokenKind.Int or CelTokenKind.UInt or CelTokenKind.Double or CelTokenKind.String or CelTokenKind.Bytes || token.Text is "true" or "false" or "null" && token.Kind == CelTokenKind.Symbol)
        {
            _at++;
            var type = token.Kind switch
            {
                CelTokenKind.Int => CelType.Int,
                CelTokenKind.UInt => CelType.UInt,
                CelTokenKind.Double => CelType.Double,
                CelTokenKind.String => CelType.String,
                CelTokenKind.Bytes => CelType.Bytes,
                _ => token.Text == "null" ? CelType.Null : CelType.Bool,
            };
            return new CelConstant(type, token.Text, token.Line, token.Column);
        }

        if (Take("("))
        {
            var inner = Conditional();
            Expect(")");
            return inner;
        }

        if (Take("["))
        {
            return new CelList(List("]", optional: true), token.Line, token.Column);
        }

        if (Take("[?"))
        {
            _at--;
            _tokens[_at] = token with { Text = "?" };
            return new CelList(List("]", optional: true), token.Line, token.Column);
        }

        if (Take("{") || Take("{?"))
        {
            return Map(token);
        }

        Take(".");
        if (Here.Kind != CelTokenKind.Identifier)
        {
            Fail($"mismatched input '{Here.Text}' expecting {(token.Is(".") ? "IDENTIFIER" : Starts)}");
        }

        var name = Here;
        _at++;
        if (_reserved.Contains(name.Text))
        {
            throw new CelSyntaxException(new(name.Line, name.Column, $"reserved identifier: {name.Text}"));
        }

        var paren = Here;
        return Take("(") ? new CelCall(null, name.Text, [.. List(")")], paren.Line, paren.Column) : new CelName(name.Text, name.Line, name.Column);
    }

    private List<CelNode> List(string close, bool optional = false)
    {
        var items = new List<CelNode>();
        while (!Take(close))
        {
            if (optional)
            {
                Take("?");
            }

            items.Add(Conditional());
            if (!Take(","))
            {
                Expect(close);
                break;
            }
        }

        return items;
    }

    private CelMap Map(CelToken open)
    {
        var entries = new List<(CelNode, CelNode)>();
        while (!Take("}"))
        {
            Take("?");
            var key = Conditional();
            Expect(":");
            entries.Add((key, Conditional()));
            if (!Take(","))
            {
                Expect("}");
                break;
            }
        }

        return new(entries, open.Line, open.Column);
    }

    private List<(string, CelNode)> Fields()
    {
        var fields = new List<(string, CelNode)>();
        while (!Take("}"))
        {
            Take("?");
            if (Here.Kind != CelTokenKind.Identifier)
            {
                Fail($"mismatched input '{Here.Text}' expecting IDENTIFIER");
            }

            var name = Here.Text.Trim('`');
            _at++;
            Expect(":");
            fields.Add((name, Conditional()));
            if (!Take(","))
            {
                Expect("}");
                break;
            }
        }

        return fields;
    }

    private sealed class CelSyntaxException(CelIssue issue) : Exception
    {
        public CelIssue Issue => issue;
    }
}
