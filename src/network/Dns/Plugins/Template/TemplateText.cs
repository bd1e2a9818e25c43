using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Cybernetes.Dns.Message;

namespace Cybernetes.Dns.Plugins.Template;

/// <summary>
/// The part of Go's text/template that answers of the template plugin use: {{ .Name }}, {{ .Group.x }}, {{ index .Match 1 }},
/// {{ .Zone }}, {{ .Class }}, {{ .Type }}, {{ .Remote }}, {{ .Message.Id }} and {{ .Question.Name }}.
/// </summary>
internal sealed class TemplateText
{
    private readonly List<(string Literal, string[]? Action)> _parts = [];

    /// <summary>Null when the text has an action that is not known.</summary>
    public static TemplateText? Parse(string text)
    {
        var template = new TemplateText();
        var at = 0;
        while (text.IndexOf("{{", at, StringComparison.Ordinal) is var open and >= 0)
        {
            var close = text.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
            {
                return null;
            }

            template._parts.Add((text[at..open], null));
            var action = text[(open + 2)..close].Trim('-').Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (!IsKnown(action))
            {
                return null;
            }

            template._parts.Add(("", action));
            at = close + 2;
        }

        template._parts.Add((text[at..], null));
        return template;
    }

    /// <summary>Fills the template in.</summary>
    public string Fill(DnsRequest request, string zone, Match match)
    {
        var text = new StringBuilder();
        foreach (var (literal, action) in _parts)
        {
            text.Append(action is null ? literal : Value(action, request, zone, match));
        }

        return text.ToString();
    }

    private static bool IsKnown(string[] action) => action switch
    {
        ["index", ".Match" or "$.Match", var number] => int.TryParse(number, CultureInfo.InvariantCulture, out _),
        ["index", ".Group", _] => true,
        [".Name" or ".Zone" or ".Class" or ".Type" or ".Remote" or ".Message.Id" or ".Question.Name"] => true,
        [var group] => group.StartsWith(".Group.", StringComparison.Ordinal),
        _ => false,
    };

    private static string Value(string[] action, DnsRequest request, string zone, Match match) => action switch
    {
        ["index", _, var number] when int.TryParse(number, CultureInfo.InvariantCulture, out var index) => match.Groups[index].Value,
        ["index", _, var name] => match.Groups[name.Trim('"')].Value,
        [".Name"] => request.Name,
        [".Question.Name"] => request.Message.Question.Name,
        [".Zone"] => zone,
        [".Class"] => DnsNames.ClassText(request.Message.Question.Class),
        [".Type"] => request.Type.Text(),
        [".Remote"] => request.Remote.Address.ToString(),
        [".Message.Id"] => request.Message.Id.ToString(CultureInfo.InvariantCulture),
        [var group] => match.Groups[group[".Group.".Length..]].Value,
        _ => "",
    };
}
