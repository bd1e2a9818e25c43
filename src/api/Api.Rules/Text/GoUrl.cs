namespace Cybernetes.Api.Rules;

/// <summary>A URL in the parts that Go's parser gives it, or what that parser says is wrong.</summary>
internal sealed record GoUrl
{
    public string Scheme { get; private init; } = "";

    public string? User { get; private init; }

    public string Host { get; private init; } = "";

    public string Path { get; private init; } = "";

    public string Query { get; private init; } = "";

    public string Fragment { get; private init; } = "";

    public string? Error { get; private init; }

    public static GoUrl Parse(string text)
    {
        GoUrl Wrong(string why) => new() { Error = $"parse {Machinery.GoText.Quote(text)}: {why}" };
        if (text.Any(c => c is < ' ' or '\x7f'))
        {
            return Wrong("net/url: invalid control character in URL");
        }

        var hash = text.IndexOf('#', StringComparison.Ordinal);
        var (rest, fragment) = hash < 0 ? (text, "") : (text[..hash], text[(hash + 1)..]);
        var scheme = "";
        if (SchemeEnd(rest) is var end && end == 0)
        {
            return Wrong("missing protocol scheme");
        }

        if (end > 0)
        {
            (scheme, rest) = (rest[..end].ToLowerInvariant(), rest[(end + 1)..]);
        }

        var mark = rest.IndexOf('?', StringComparison.Ordinal);
        (rest, var query) = mark < 0 ? (rest, "") : (rest[..mark], rest[(mark + 1)..]);
        if (scheme.Length == 0 && !rest.StartsWith('/') && rest.Split('/')[0].Contains(':', StringComparison.Ordinal))
        {
            return Wrong("first path segment in URL cannot contain colon");
        }

        if (scheme.Length > 0 && !rest.StartsWith('/'))
        {
            return new() { Scheme = scheme, Query = query, Fragment = fragment };
        }

        string? user = null;
        var host = "";
        if (rest.StartsWith("//", StringComparison.Ordinal) && (scheme.Length > 0 || !rest.StartsWith("///", StringComparison.Ordinal)))
        {
            var slash = rest.IndexOf('/', 2);
            (host, rest) = slash < 0 ? (rest[2..], "") : (rest[2..slash], rest[slash..]);
            if (host.LastIndexOf('@') is var at && at >= 0)
            {
                (user, host) = (host[..at], host[(at + 1)..]);
            }

            if (Port(host) is { } wrong)
            {
                return Wrong(wrong);
            }

            if (host.Contains(' ', StringComparison.Ordinal))
            {
                return Wrong("invalid character \" \" in host name");
            }
        }

        return BadEscape(rest) is { } escape
            ? Wrong($"invalid URL escape {Machinery.GoText.Quote(escape)}")
            : new() { Scheme = scheme, User = user, Host = host, Path = rest, Query = query, Fragment = fragment };
    }

    // Where the scheme's colon stands; -1 for no scheme.
    private static int SchemeEnd(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ':')
            {
                return i;
            }

            if (!char.IsAsciiLetter(text[i]) && (i == 0 || !(char.IsAsciiDigit(text[i]) || text[i] is '+' or '-' or '.')))
            {
                return -1;
            }
        }

        return -1;
    }

    private static string? Port(string host)
    {
        var colon = host.LastIndexOf(':');
        if (host.StartsWith('['))
        {
            var close = host.LastIndexOf(']');
            if (close < 0)
            {
                return "missing ']' in host";
            }

            colon = close + 1 < host.Length ? close + 1 : -1;
        }

        return colon >= 0 && (host[colon] != ':' || !host[(colon + 1)..].All(char.IsAsciiDigit))
            ? $"invalid port {Machinery.GoText.Quote(host[colon..])} after host"
            : null;
    }

    private static string? BadEscape(string text)
    {
        for (var i = text.IndexOf('%', StringComparison.Ordinal); i >= 0; i = text.IndexOf('%', i + 1))
        {
            if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
            {
                return text.Substring(i, Math.Min(3, text.Length - i));
            }
        }

        return null;
    }
}
