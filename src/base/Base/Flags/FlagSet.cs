using System.Collections.Immutable;
using System.Net;

namespace Cybernetes.Base.Flags;

/// <summary>
/// The flags a command declares, and the parser of its command line: pflag's grammar and error texts
/// (<c>--x=y</c>, <c>--x y</c>, <c>-oyaml</c>, <c>-n=ns</c>, <c>--</c>). Declare, parse once, then read the flags' values.
/// </summary>
public sealed partial class FlagSet(string name)
{
    private readonly Dictionary<string, Flag> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<char, Flag> _byShorthand = [];
    private readonly List<Flag> _declared = [];

    /// <summary>The command's name.</summary>
    public string Name { get; } = name;

    /// <summary>Whether flags may stand after positional arguments; on by default.</summary>
    public bool Interspersed { get; init; } = true;

    /// <summary>Whether undeclared flags are skipped instead of refused.</summary>
    public bool IgnoreUnknown { get; init; }

    /// <summary>Declared flags in the order of declaration.</summary>
    public IReadOnlyList<Flag> Flags => _declared;

    /// <summary>Positional arguments left by the last parse.</summary>
    public IReadOnlyList<string> Args => _args;

    /// <summary>How many of <see cref="Args"/> stood before <c>--</c>; -1 when there was none.</summary>
    public int ArgsBeforeDash { get; private set; } = -1;

    /// <summary>Warnings of deprecated flags that were used, in pflag's words.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Declares a flag of any type.</summary>
    public Flag<T> Add<T>(Flag<T> flag)
    {
        AddShared(flag);
        return flag;
    }

    /// <summary>Takes over all flags of another set (persistent flags); the values stay shared.</summary>
    public FlagSet AddAll(FlagSet other)
    {
        foreach (var flag in other._declared)
        {
            if (!_byName.ContainsKey(flag.Name))
            {
                AddShared(flag);
            }
        }
        return this;
    }

    /// <summary>The declared flag, or null.</summary>
    public Flag? Lookup(string flagName) => _byName.GetValueOrDefault(Normalize(flagName));

    /// <summary>Whether the command line set the flag.</summary>
    public bool Changed(string flagName) => Lookup(flagName)?.Changed ?? false;

    /// <summary>Declares a text flag.</summary>
    public Flag<string> String(string name, string value = "", string usage = "", char? shorthand = null) =>
        Add(new Flag<string>(name, value, FlagTypes.String, usage, shorthand));

    /// <summary>Declares a switch; <c>--x</c> alone means true.</summary>
    public Flag<bool> Bool(string name, bool value = false, string usage = "", char? shorthand = null) =>
        Add(new Flag<bool>(name, value, FlagTypes.Bool, usage, shorthand) { NoOptDefault = "true" });

    /// <summary>Declares an integer.</summary>
    public Flag<int> Int(string name, int value = 0, string usage = "", char? shorthand = null) =>
        Add(new Flag<int>(name, value, FlagTypes.Int, usage, shorthand));

    /// <summary>Declares a 32-bit integer.</summary>
    public Flag<int> Int32(string name, int value = 0, string usage = "", char? shorthand = null) =>
        Add(new Flag<int>(name, value, FlagTypes.Int32, usage, shorthand));

    /// <summary>Declares a 64-bit integer.</summary>
    public Flag<long> Int64(string name, long value = 0, string usage = "", char? shorthand = null) =>
        Add(new Flag<long>(name, value, FlagTypes.Int64, usage, shorthand));

    /// <summary>Declares a floating point number.</summary>
    public Flag<double> Float(string name, double value = 0, string usage = "", char? shorthand = null) =>
        Add(new Flag<double>(name, value, FlagTypes.Float, usage, shorthand));

    /// <summary>Declares a Go duration.</summary>
    public Flag<TimeSpan> Duration(string name, TimeSpan value = default, string usage = "", char? shorthand = null) =>
        Add(new Flag<TimeSpan>(name, value, FlagTypes.Duration, usage, shorthand));

    /// <summary>Declares an IP address.</summary>
    public Flag<IPAddress?> Ip(string name, IPAddress? value = null, string usage = "") =>
        Add(new Flag<IPAddress?>(name, value, FlagTypes.Ip, usage));

    /// <summary>Declares a network.</summary>
    public Flag<IPNetwork?> IpNet(string name, IPNetwork? value = null, string usage = "") =>
        Add(new Flag<IPNetwork?>(name, value, FlagTypes.IpNet, usage));

    /// <summary>Declares a comma-separated, repeatable list.</summary>
    public Flag<ImmutableArray<string>> Strings(string name, ImmutableArray<string> value = default, string usage = "", char? shorthand = null) =>
        Add(new Flag<ImmutableArray<string>>(name, value.IsDefault ? [] : value, FlagTypes.Strings, usage, shorthand));

    /// <summary>Declares a repeatable list whose items are not split at commas.</summary>
    public Flag<ImmutableArray<string>> StringArray(string name, ImmutableArray<string> value = default, string usage = "", char? shorthand = null) =>
        Add(new Flag<ImmutableArray<string>>(name, value.IsDefault ? [] : value, FlagTypes.StringArray, usage, shorthand));

    /// <summary>Declares key=value pairs.</summary>
    public Flag<ImmutableSortedDictionary<string, string>> StringToString(string name, ImmutableSortedDictionary<string, string>? value = null, string usage = "", char? shorthand = null) =>
        Add(new Flag<ImmutableSortedDictionary<string, string>>(name, value ?? ImmutableSortedDictionary<string, string>.Empty, FlagTypes.StringToString, usage, shorthand));

    /// <summary>Declares Kubernetes' key=value pairs ("mapStringString").</summary>
    public Flag<ImmutableSortedDictionary<string, string>> MapStringString(string name, ImmutableSortedDictionary<string, string>? value = null, string usage = "") =>
        Add(new Flag<ImmutableSortedDictionary<string, string>>(name, value ?? ImmutableSortedDictionary<string, string>.Empty, FlagTypes.MapStringString, usage));

    private static string Normalize(string flagName) => flagName.Replace('_', '-');

    private void AddShared(Flag flag)
    {
        if (!_byName.TryAdd(Normalize(flag.Name), flag))
        {
            throw new ArgumentException($"{Name} flag redefined: {flag.Name}");
        }
        if (flag.Shorthand is { } letter && !_byShorthand.TryAdd(letter, flag))
        {
            throw new ArgumentException($"unable to redefine '{letter}' shorthand in \"{Name}\" flagset: it's already used for \"{_byShorthand[letter].Name}\" flag");
        }
        _declared.Add(flag);
    }
}
