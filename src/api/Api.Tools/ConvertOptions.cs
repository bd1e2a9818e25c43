namespace Cybernetes.Api.Tools;

/// <summary>What <c>c8s api convert</c> was told.</summary>
internal sealed record ConvertOptions(string File, ObjectEncoding? From, ObjectEncoding To, bool Strict)
{
    public static ConvertOptions Parse(string[] args)
    {
        string? file = null, from = null, to = null;
        var strict = false;
        for (var i = 0; i < args.Length; i++)
        {
            var (name, value) = Split(args[i]);
            switch (name)
            {
                case "--strict" when value is null or "true":
                    strict = true;
                    break;
                case "-f" or "--filename":
                    file = value ?? Next(args, ref i);
                    break;
                case "--from":
                    from = value ?? Next(args, ref i);
                    break;
                case "-o" or "--output":
                    to = value ?? Next(args, ref i);
                    break;
                default:
                    throw new ArgumentException($"unknown flag: {args[i]}");
            }
        }

        return new(
            file ?? throw new ArgumentException("must specify -f FILE, or -f - for standard input"),
            from is null ? null : Encodings.Parse(from),
            Encodings.Parse(to ?? throw new ArgumentException("must specify -o json|yaml|proto|cbor|etcd")),
            strict);
    }

    // --name=value, -n=value, -nvalue
    private static (string Name, string? Value) Split(string arg)
    {
        var equals = arg.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0)
        {
            return (arg[..equals], arg[(equals + 1)..]);
        }

        return arg.Length > 2 && arg[0] == '-' && arg[1] is 'f' or 'o' ? (arg[..2], arg[2..]) : (arg, null);
    }

    private static string Next(string[] args, ref int i) =>
        i + 1 < args.Length ? args[++i] : throw new ArgumentException($"flag needs an argument: {args[i]}");
}
