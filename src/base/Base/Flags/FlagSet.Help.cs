using System.Text;

namespace Cybernetes.Base.Flags;

public sealed partial class FlagSet
{
    /// <summary>The help lines of all visible flags, sorted by name and aligned as pflag's FlagUsages.</summary>
    public string FlagUsages()
    {
        var rows = new List<(string Left, string Right)>();
        foreach (var flag in _declared.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            if (flag.Hidden || flag.Deprecated is { Length: > 0 })
            {
                continue;
            }
            var (valueName, usage) = Unquote(flag);
            var left = new StringBuilder(flag.Shorthand is { } letter ? $"  -{letter}, --{flag.Name}" : $"      --{flag.Name}");
            if (valueName.Length > 0)
            {
                left.Append(' ').Append(valueName);
            }
            left.Append((flag.NoOptDefault, flag.TypeName) switch
            {
                (null, _) => "",
                ({ } alone, "string") => $"[=\"{alone}\"]",
                ("true", "bool") => "",
                ({ } alone, _) => $"[={alone}]",
            });
            rows.Add((left.ToString(), flag.DefaultText.Length > 0 ? $"{usage} (default {flag.DefaultText})" : usage));
        }
        var width = rows.Count == 0 ? 0 : rows.Max(r => r.Left.Length);
        var text = new StringBuilder();
        foreach (var (left, right) in rows)
        {
            text.Append(left.PadRight(width)).Append("   ")
                .Append(right.Replace("\n", "\n" + new string(' ', width + 3), StringComparison.Ordinal)).Append('\n');
        }
        return text.ToString();
    }

    private static (string ValueName, string Usage) Unquote(Flag flag)
    {
        var open = flag.Usage.IndexOf('`');
        var close = open < 0 ? -1 : flag.Usage.IndexOf('`', open + 1);
        if (close > 0)
        {
            var word = flag.Usage[(open + 1)..close];
            return (word, flag.Usage[..open] + word + flag.Usage[(close + 1)..]);
        }
        return (flag.TypeName == "bool" ? "" : flag.TypeName, flag.Usage);
    }
}
