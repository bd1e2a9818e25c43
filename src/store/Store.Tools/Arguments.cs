namespace Cybernetes.Store.Tools;

/// <summary>Words and flags of a command line; every flag takes a value, as <c>--flag value</c> or <c>--flag=value</c>.</summary>
internal sealed record Arguments(string[] Words, IReadOnlyDictionary<string, string> Flags)
{
    public string? Get(string flag) => Flags.GetValueOrDefault(flag);

    /// <summary>Null when something is wrong, which <paramref name="problem"/> then says.</summary>
    public static Arguments? Parse(IReadOnlyList<string> args, IReadOnlyCollection<string> known, out string problem)
    {
        var words = new List<string>();
        var flags = new Dictionary<string, string>();
        problem = "";
        for (var i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith('-') || args[i] == "-")
            {
                words.Add(args[i]);
                continue;
            }
            var equals = args[i].IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? args[i] : args[i][..equals];
            if (!known.Contains(name))
            {
                problem = $"unknown flag: {name}";
                return null;
            }
            if (equals < 0 && ++i == args.Count)
            {
                problem = $"flag needs an argument: {name}";
                return null;
            }
            flags[name] = equals < 0 ? args[i] : args[i][(equals + 1)..];
        }
        return new Arguments([.. words], flags);
    }
}
