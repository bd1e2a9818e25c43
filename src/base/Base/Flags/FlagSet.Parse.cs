namespace Cybernetes.Base.Flags;

public sealed partial class FlagSet
{
    private readonly List<string> _args = [];
    private readonly List<string> _warnings = [];

    /// <summary>
    /// Reads a command line into the declared flags and returns the positional arguments.
    /// Throws <see cref="FlagException"/> with pflag's text; <see cref="FlagHelpRequestedException"/> for an undeclared help flag.
    /// </summary>
    public IReadOnlyList<string> Parse(IReadOnlyList<string> arguments)
    {
        _args.Clear();
        _warnings.Clear();
        ArgsBeforeDash = -1;
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (argument.Length < 2 || argument[0] != '-')
            {
                if (!Interspersed)
                {
                    _args.AddRange(arguments.Skip(i));
                    break;
                }
                _args.Add(argument);
            }
            else if (argument == "--")
            {
                ArgsBeforeDash = _args.Count;
                _args.AddRange(arguments.Skip(i + 1));
                break;
            }
            else if (argument[1] == '-')
            {
                ParseLong(argument, arguments, ref i);
            }
            else
            {
                ParseShort(argument, arguments, ref i);
            }
        }
        return _args;
    }

    private void ParseLong(string argument, IReadOnlyList<string> arguments, ref int index)
    {
        var body = argument.AsSpan(2);
        if (body.IsEmpty || body[0] is '-' or '=')
        {
            throw new FlagException($"bad flag syntax: {argument}");
        }
        var equals = body.IndexOf('=');
        var flagName = (equals < 0 ? body : body[..equals]).ToString();
        if (Lookup(flagName) is not { } flag)
        {
            if (flagName == "help")
            {
                throw new FlagHelpRequestedException();
            }
            if (!IgnoreUnknown)
            {
                throw new FlagException($"unknown flag: --{flagName}");
            }
            SkipUnknownValue(equals >= 0, arguments, ref index);
            return;
        }
        if (equals >= 0)
        {
            Assign(flag, body[(equals + 1)..].ToString());
        }
        else if (flag.NoOptDefault is { } alone)
        {
            Assign(flag, alone);
        }
        else if (index + 1 < arguments.Count)
        {
            Assign(flag, arguments[++index]);
        }
        else
        {
            throw new FlagException($"flag needs an argument: --{flagName}");
        }
    }

    private void ParseShort(string argument, IReadOnlyList<string> arguments, ref int index)
    {
        var letters = argument.AsSpan(1);
        while (!letters.IsEmpty)
        {
            var letter = letters[0];
            var rest = letters[1..];
            if (!_byShorthand.TryGetValue(letter, out var flag))
            {
                if (letter == 'h')
                {
                    throw new FlagHelpRequestedException();
                }
                if (!IgnoreUnknown)
                {
                    throw new FlagException($"unknown shorthand flag: '{letter}' in {argument}");
                }
                if (rest.IsEmpty || rest[0] == '=')
                {
                    SkipUnknownValue(!rest.IsEmpty, arguments, ref index);
                    return;
                }
                letters = rest;
                continue;
            }
            if (rest.Length > 0 && rest[0] == '=')
            {
                Assign(flag, rest[1..].ToString());
                return;
            }
            if (flag.NoOptDefault is { } alone)
            {
                Assign(flag, alone);
                letters = rest;
                continue;
            }
            if (!rest.IsEmpty)
            {
                Assign(flag, rest.ToString());
                return;
            }
            if (index + 1 >= arguments.Count)
            {
                throw new FlagException($"flag needs an argument: '{letter}' in {argument}");
            }
            Assign(flag, arguments[++index]);
            return;
        }
    }

    private static void SkipUnknownValue(bool hasValue, IReadOnlyList<string> arguments, ref int index)
    {
        if (!hasValue && index + 1 < arguments.Count && !arguments[index + 1].StartsWith('-'))
        {
            index++;
        }
    }

    private void Assign(Flag flag, string text)
    {
        try
        {
            flag.Set(text);
        }
        catch (FormatException e)
        {
            var shown = flag.Shorthand is { } letter ? $"-{letter}, --{flag.Name}" : $"--{flag.Name}";
            throw new FlagException($"invalid argument \"{text}\" for \"{shown}\" flag: {e.Message}");
        }
        if (flag.Deprecated is { Length: > 0 } message)
        {
            _warnings.Add($"Flag --{flag.Name} has been deprecated, {message}");
        }
    }
}
