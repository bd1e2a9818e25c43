using System.Text;

namespace Cybernetes.Api.Tools;

/// <summary><c>c8s api kinds</c>: every declared kind, a line each.</summary>
internal static class KindsCommand
{
    private static readonly string[] _titles = ["GROUP", "VERSION", "KIND", "PLURAL", "SHORTNAMES", "SCOPE"];

    public static void Run(Stream output)
    {
        var rows = Kinds.All
            .Select(codec => codec.Info)
            .OrderBy(info => info.Kind.Group, StringComparer.Ordinal)
            .ThenBy(info => info.Kind.Version, StringComparer.Ordinal)
            .ThenBy(info => info.Kind.Kind, StringComparer.Ordinal)
            .Select(info => new[]
            {
                info.Kind.Group.Length == 0 ? "-" : info.Kind.Group,
                info.Kind.Version,
                info.Kind.Kind,
                info.Plural.Length == 0 ? "-" : info.Plural,
                info.ShortNames.Length == 0 ? "-" : string.Join(',', info.ShortNames),
                info.Plural.Length == 0 ? "-" : info.Namespaced ? "Namespaced" : "Cluster",
            })
            .Prepend(_titles)
            .ToArray();
        var widths = _titles.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin("   ", row.Select((cell, column) => column == row.Length - 1 ? cell : cell.PadRight(widths[column]))).Append('\n');
        }

        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
