using System.Collections.Frozen;
using System.Text;

namespace Cybernetes.ApiServer.Connect;

/// <summary>
/// Makes links of a page that is read through the server's proxy lead back through it: what begins at the root of the backend gets the
/// proxy's path before it. Links to other hosts and relative ones stay, and so does every byte that is no link.
/// </summary>
/// <param name="prefix">The path of the proxy, <c>/api/v1/namespaces/NS/pods/NAME/proxy</c>.</param>
/// <param name="hosts">The names and ports under which the backend is known: its own, and the one the client used.</param>
internal sealed class LinkRewriter(string prefix, params string[] hosts)
{
    private static readonly FrozenDictionary<string, string[]> _links = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase)
    {
        ["a"] = ["href"],
        ["applet"] = ["codebase"],
        ["area"] = ["href"],
        ["audio"] = ["src"],
        ["base"] = ["href"],
        ["blockquote"] = ["cite"],
        ["body"] = ["background"],
        ["button"] = ["formaction"],
        ["command"] = ["icon"],
        ["del"] = ["cite"],
        ["embed"] = ["src"],
        ["form"] = ["action"],
        ["frame"] = ["longdesc", "src"],
        ["head"] = ["profile"],
        ["html"] = ["manifest"],
        ["iframe"] = ["longdesc", "src"],
        ["img"] = ["longdesc", "src", "usemap"],
        ["input"] = ["src", "usemap", "formaction"],
        ["ins"] = ["cite"],
        ["link"] = ["href"],
        ["object"] = ["classid", "codebase", "data", "usemap"],
        ["q"] = ["cite"],
        ["script"] = ["src"],
        ["source"] = ["src"],
        ["video"] = ["poster", "src"],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>A link as the client is to see it.</summary>
    public string Link(string link)
    {
        var path = link;
        if (link.IndexOf("//", StringComparison.Ordinal) is var slashes and >= 0 && (slashes == 0 || link[slashes - 1] == ':') && !link.AsSpan(0, slashes).ContainsAny("/?#"))
        {
            var end = link.AsSpan(slashes + 2).IndexOfAny("/?#");
            var host = end < 0 ? link[(slashes + 2)..] : link.Substring(slashes + 2, end);
            if (!hosts.Contains(host, StringComparer.OrdinalIgnoreCase))
            {
                return link;
            }

            path = end < 0 ? "/" : link[(slashes + 2 + end)..];
        }

        return path.StartsWith('/') && !path.StartsWith(prefix, StringComparison.Ordinal) ? prefix + path : path;
    }

    /// <summary>A page with its links rewritten.</summary>
    public string Page(string html)
    {
        var page = new StringBuilder(html.Length + 256);
        var at = 0;
        while (html.IndexOf('<', at) is var open and >= 0)
        {
            page.Append(html, at, open - at);
            if (html.AsSpan(open).StartsWith("<!--"))
            {
                at = After(html, "-->", open);
                page.Append(html, open, at - open);
            }
            else if (open + 1 < html.Length && char.IsAsciiLetter(html[open + 1]))
            {
                at = Tag(html, open, page, out var name);

                // What stands in these is text, whatever it looks like.
                if (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase))
                {
                    var close = html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
                    close = close < 0 ? html.Length : close;
                    page.Append(html, at, close - at);
                    at = close;
                }
            }
            else
            {
                page.Append('<');
                at = open + 1;
            }
        }

        return page.Append(html, at, html.Length - at).ToString();
    }

    private static int After(string text, string end, int from) =>
        text.IndexOf(end, from, StringComparison.Ordinal) is var found and >= 0 ? found + end.Length : text.Length;

    /// <summary>Copies a tag from its bracket on; gives the place behind it.</summary>
    private int Tag(string html, int open, StringBuilder page, out string name)
    {
        var at = open + 1;
        while (at < html.Length && !IsSpace(html[at]) && html[at] is not ('>' or '/'))
        {
            at++;
        }

        name = html[(open + 1)..at];
        page.Append(html, open, at - open);
        _links.TryGetValue(name, out var links);
        while (at < html.Length && html[at] != '>')
        {
            if (IsSpace(html[at]) || html[at] == '/')
            {
                page.Append(html[at++]);
                continue;
            }

            at = Attribute(html, at, links ?? [], page);
        }

        if (at < html.Length)
        {
            page.Append(html[at++]);
        }

        return at;
    }

    private int Attribute(string html, int start, string[] links, StringBuilder page)
    {
        var at = start + 1;
        while (at < html.Length && !IsSpace(html[at]) && html[at] is not ('=' or '>' or '/'))
        {
            at++;
        }

        var isLink = links.Contains(html[start..at], StringComparer.OrdinalIgnoreCase);
        var sign = at;
        while (sign < html.Length && IsSpace(html[sign]))
        {
            sign++;
        }

        if (sign >= html.Length || html[sign] != '=')
        {
            page.Append(html, start, at - start);
            return at;
        }

        at = sign + 1;
        while (at < html.Length && IsSpace(html[at]))
        {
            at++;
        }

        var quoted = at < html.Length && html[at] is '"' or '\'';
        var value = quoted ? at + 1 : at;
        var end = quoted ? html.IndexOf(html[at], value) : value;
        while (!quoted && end < html.Length && !IsSpace(html[end]) && html[end] != '>')
        {
            end++;
        }

        end = end < 0 ? html.Length : end;
        page.Append(html, start, value - start);
        page.Append(isLink ? Link(html[value..end]) : html[value..end]);
        return end < html.Length && quoted ? Closed(html, end, page) : end;
    }

    private static int Closed(string html, int quote, StringBuilder page)
    {
        page.Append(html[quote]);
        return quote + 1;
    }

    private static bool IsSpace(char character) => character is ' ' or '\t' or '\n' or '\r' or '\f';
}
