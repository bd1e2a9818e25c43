using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Cybernetes.Dns.Message;

namespace Cybernetes.Dns.Corefile;

/// <summary>
/// Reads a Corefile: server blocks, snippets "(name) { … }", "import name" and "import file" (a pattern with one * in the file
/// name), braces as Caddy's parser wants them. Which plugins exist is not this class's business.
/// </summary>
public sealed class CorefileParser
{
    private const int MaxImports = 1000;
    private readonly Dictionary<string, List<CorefileToken>> _snippets = [];
    private readonly Func<string, string?> _environment;
    private readonly Func<string, IEnumerable<(string File, string Text)>> _files;
    private readonly string _file;
    private List<CorefileToken> _tokens = [];
    private int _at;
    private int _imports;

    private CorefileParser(string file, Func<string, string?> environment, Func<string, IEnumerable<(string File, string Text)>> files) =>
        (_file, _environment, _files) = (file, environment, files);

    /// <summary>The server blocks of the text; throws <see cref="CorefileException"/>.</summary>
    public static ImmutableArray<ServerBlock> Parse(string text, string file, Func<string, string?>? environment = null,
        Func<string, IEnumerable<(string File, string Text)>>? files = null) =>
        new CorefileParser(file, environment ?? Environment.GetEnvironmentVariable, files ?? (pattern => ReadFiles(file, pattern))).ParseBlocks(text);

    private static IEnumerable<(string File, string Text)> ReadFiles(string corefile, string pattern)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(corefile)) ?? "/";
        var full = Path.GetFullPath(pattern, folder);
        return pattern.Contains('*')
            ? Directory.Exists(Path.GetDirectoryName(full)) ? Directory.GetFiles(Path.GetDirectoryName(full)!, Path.GetFileName(full)).Order().Select(f => (f, File.ReadAllText(f))) : []
            : File.Exists(full) ? [(full, File.ReadAllText(full))] : [];
    }

    private ImmutableArray<ServerBlock> ParseBlocks(string text)
    {
        _tokens = CorefileTokens.Split(text, _file, _environment);
        var blocks = ImmutableArray.CreateBuilder<ServerBlock>();
        while (_at < _tokens.Count)
        {
            if (IsImport(_at) && StartsLine(_at))
            {
                Import();
                continue;
            }

            if (ParseBlock() is { } block)
            {
                blocks.Add(block);
            }
        }

        return blocks.ToImmutable();
    }

    private ServerBlock? ParseBlock()
    {
        var first = _tokens[_at];
        var keys = new List<CorefileToken>();
        while (_at < _tokens.Count && !IsBrace(_tokens[_at], "{"))
        {
            var token = _tokens[_at];
            if (IsBrace(token, "}"))
            {
                throw Error(token, $"Syntax error: Unexpected token '}}', expecting '{{'");
            }

            foreach (var key in token.Text.Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                keys.Add(token with { Text = key });
            }

            _at++;
        }

        if (_at >= _tokens.Count)
        {
            // A file of keys and plugins without braces is one block: the first line has the keys.
            if (keys.Count > 0 && keys[0].Line != keys[^1].Line)
            {
                _at = _tokens.FindIndex(t => t.Line != first.Line);
                return new ServerBlock(Keys(keys.Where(k => k.Line == first.Line)), ParseDirectives(toBrace: false), first.Line);
            }

            throw Error(_tokens[^1], "Unexpected end of file");
        }

        _at++;
        if (keys is [{ Text: ['(', .., ')'] } snippet])
        {
            _snippets[snippet.Text[1..^1]] = TakeToClosingBrace(snippet);
            return null;
        }

        var directives = ParseDirectives(toBrace: true);
        return new ServerBlock(Keys(keys), directives, first.Line);
    }

    private List<CorefileToken> TakeToClosingBrace(CorefileToken opener)
    {
        var start = _at;
        var depth = 1;
        for (; _at < _tokens.Count; _at++)
        {
            depth += IsBrace(_tokens[_at], "{") ? 1 : IsBrace(_tokens[_at], "}") ? -1 : 0;
            if (depth == 0)
            {
                return _tokens[start.._at++];
            }
        }

        throw Error(opener, "Unexpected end of file, expecting '}'");
    }

    private ImmutableArray<Directive> ParseDirectives(bool toBrace)
    {
        var directives = ImmutableArray.CreateBuilder<Directive>();
        while (true)
        {
            if (_at >= _tokens.Count)
            {
                return toBrace ? throw Error(_tokens[^1], "Unexpected end of file, expecting '}'") : directives.ToImmutable();
            }

            var token = _tokens[_at];
            if (IsBrace(token, "}"))
            {
                _at++;
                return directives.ToImmutable();
            }

            if (IsImport(_at))
            {
                Import();
                continue;
            }

            _at++;
            var arguments = ImmutableArray.CreateBuilder<string>();
            ImmutableArray<Directive> block = [];
            while (_at < _tokens.Count && _tokens[_at].Line == token.Line && _tokens[_at].File == token.File && !IsBrace(_tokens[_at], "}"))
            {
                if (IsBrace(_tokens[_at], "{") && (_at + 1 == _tokens.Count || _tokens[_at + 1].Line != token.Line || IsBrace(_tokens[_at + 1], "}")))
                {
                    _at++;
                    block = ParseDirectives(toBrace: true);
                    break;
                }

                arguments.Add(_tokens[_at++].Text);
            }

            directives.Add(new Directive(token.Text, arguments.ToImmutable(), block, token.File, token.Line));
        }
    }

    private void Import()
    {
        var import = _tokens[_at];
        if (_at + 1 >= _tokens.Count || _tokens[_at + 1].Line != import.Line)
        {
            throw Error(import, "Wrong argument count or unexpected line ending after 'import'");
        }

        if (++_imports > MaxImports)
        {
            throw Error(import, "maximum number of imports reached");
        }

        var name = _tokens[_at + 1].Text;
        var end = _at + 2;
        while (end < _tokens.Count && _tokens[end].Line == import.Line && _tokens[end].File == import.File && !IsBrace(_tokens[end], "}"))
        {
            end++;
        }

        var arguments = _tokens[(_at + 2)..end];
        List<CorefileToken> imported;
        if (_snippets.TryGetValue(name, out var snippet))
        {
            imported = snippet;
        }
        else
        {
            imported = [.. _files(name).SelectMany(f => CorefileTokens.Split(f.Text, f.File, _environment))];
            if (imported.Count == 0 && !name.Contains('*'))
            {
                throw Error(import, $"File to import not found: {name}");
            }
        }

        _tokens.RemoveRange(_at, end - _at);
        _tokens.InsertRange(_at, imported.Select(t => t with { Text = Substitute(t.Text, arguments), File = $"{t.File}" }));
    }

    private static string Substitute(string text, List<CorefileToken> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            text = text.Replace($"{{args[{i}]}}", arguments[i].Text, StringComparison.Ordinal).Replace($"{{args.{i}}}", arguments[i].Text, StringComparison.Ordinal);
        }

        return text;
    }

    private ImmutableArray<ServerKey> Keys(IEnumerable<CorefileToken> tokens) => [.. tokens.SelectMany(Key)];

    private IEnumerable<ServerKey> Key(CorefileToken token)
    {
        var text = token.Text;
        var scheme = "dns";
        var slashes = text.IndexOf("://", StringComparison.Ordinal);
        if (slashes >= 0)
        {
            (scheme, text) = (text[..slashes], text[(slashes + 3)..]);
        }

        if (scheme is not ("dns" or "tls"))
        {
            throw Error(token, $"unsupported transport '{scheme}'");
        }

        var port = scheme == "tls" ? 853 : 0;
        var colon = text.LastIndexOf(':');
        if (colon >= 0 && !text.EndsWith(']') && int.TryParse(text.AsSpan(colon + 1), CultureInfo.InvariantCulture, out var given))
        {
            if (given is < 0 or > 65535)
            {
                throw Error(token, $"invalid port '{given}'");
            }

            (text, port) = (text[..colon], given);
        }

        foreach (var zone in Zones(text))
        {
            yield return new ServerKey(scheme, zone, port);
        }
    }

    /// <summary>The zone names of an argument: a name, or a network for which the reverse zones are meant.</summary>
    internal static IEnumerable<string> Zones(string text)
    {
        if (text.Contains('/') && IPNetwork.TryParse(text, out var network))
        {
            var bits = network.BaseAddress.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 8 : 4;
            var labels = DnsName.Labels(DnsName.ReverseOf(network.BaseAddress));
            var all = labels.Length - 2;
            return [string.Join('.', labels[(all - (network.PrefixLength / bits))..]) + "."];
        }

        return [text.Length == 0 ? "." : DnsName.Normalize(text)];
    }

    private bool IsImport(int at) => _tokens[at] is { Text: "import", Quoted: false };

    private bool StartsLine(int at) => at == 0 || _tokens[at - 1].Line != _tokens[at].Line || _tokens[at - 1].File != _tokens[at].File;

    private static bool IsBrace(CorefileToken token, string brace) => token.Text == brace && !token.Quoted;

    private static CorefileException Error(CorefileToken token, string message) => new(token.File, token.Line, message);
}
