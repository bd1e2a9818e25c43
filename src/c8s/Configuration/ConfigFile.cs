using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;

namespace Cybernetes.Configuration;

/// <summary>A configuration file whose keys are the names of flags.</summary>
internal static class ConfigFile
{
    /// <summary>Parses the command line, then fills from the file what the command line left alone. Gives what is wrong, or null.</summary>
    public static string? ReadInto(FlagSet flags, string[] args, Flag<string> path)
    {
        flags.Parse(args);
        if (!File.Exists(path.Value))
        {
            return flags.Changed(path.Name) ? $"--{path.Name}: {path.Value} does not exist" : null;
        }

        Value document;
        try
        {
            document = YamlReader.Read(File.ReadAllBytes(path.Value));
        }
        catch (WireException e)
        {
            return $"{path.Value}: {e.Message}";
        }

        foreach (var (key, value) in document.Entries)
        {
            if (flags.Lookup(key) is not { } flag)
            {
                return $"{path.Value}: unknown key \"{key}\"; the keys are: {string.Join(", ", flags.Flags.Select(known => known.Name).Where(name => name != path.Name))}";
            }

            if (flag.Changed)
            {
                continue;
            }

            try
            {
                flag.Set(value.AsString ?? value.ToString());
            }
            catch (FlagException e)
            {
                return $"{path.Value}: {key}: {e.Message}";
            }
        }

        return null;
    }
}
