using Cybernetes.Api.CoreV1;

namespace Cybernetes.Nodes;

/// <summary>Reads what flags say of a node. Pure.</summary>
internal static class NodeTexts
{
    /// <summary><c>key=value,…</c>.</summary>
    public static IReadOnlyDictionary<string, string> Labels(string text) => Parts(text)
        .Select(part => part.Split('=', 2))
        .ToDictionary(part => part[0], part => part.Length > 1 ? part[1] : "");

    /// <summary><c>key=value:effect,…</c>; the value may be left out. Throws <see cref="FormatException"/>.</summary>
    public static IReadOnlyList<Taint> Taints(string text) =>
    [
        .. Parts(text).Select(part =>
        {
            var colon = part.LastIndexOf(':');
            var key = (colon < 0 ? throw new FormatException($"invalid taint \"{part}\": it has no effect, such as {part}:NoSchedule") : part[..colon]).Split('=', 2);
            return new Taint { Key = key[0], Value = key.Length > 1 ? key[1] : "", Effect = part[(colon + 1)..] };
        }),
    ];

    private static string[] Parts(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
