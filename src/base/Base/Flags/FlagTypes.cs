using System.Collections.Immutable;
using System.Globalization;
using System.Net;

namespace Cybernetes.Base.Flags;

/// <summary>pflag's value types.</summary>
public static class FlagTypes
{
    /// <summary>Any text.</summary>
    public static FlagType<string> String { get; } = new("string", (text, _, _) => text, v => v, v => v.Length == 0, Quoted: true);

    /// <summary>Go's ParseBool: 1, t, T, TRUE, true, True and their opposites.</summary>
    public static FlagType<bool> Bool { get; } = new("bool", (text, _, _) => ParseBool(text), v => v ? "true" : "false", v => !v);

    /// <summary>A signed 64-bit integer; 0x, 0o and 0b prefixes are read.</summary>
    public static FlagType<int> Int { get; } = Integer("int", v => (int)v, int.MinValue, int.MaxValue);

    /// <summary>A signed 32-bit integer.</summary>
    public static FlagType<int> Int32 { get; } = Integer("int32", v => (int)v, int.MinValue, int.MaxValue);

    /// <summary>A signed 64-bit integer.</summary>
    public static FlagType<long> Int64 { get; } = Integer("int", v => v, long.MinValue, long.MaxValue);

    /// <summary>An unsigned integer.</summary>
    public static FlagType<uint> UInt { get; } = Integer("uint", v => (uint)v, 0, uint.MaxValue);

    /// <summary>A floating point number.</summary>
    public static FlagType<double> Float { get; } = new("float", (text, _, _) => ParseFloat(text), GoFloat.Format, v => v == 0);

    /// <summary>A Go duration.</summary>
    public static FlagType<TimeSpan> Duration { get; } = new("duration", (text, _, _) => GoDuration.Parse(text), GoDuration.Format, v => v == TimeSpan.Zero);

    /// <summary>An IP address; null stands for Go's nil.</summary>
    public static FlagType<IPAddress?> Ip { get; } = new("ip", (text, _, _) => ParseIp(text), v => v?.ToString() ?? "<nil>", v => v is null);

    /// <summary>A network as address/prefix; null stands for Go's nil.</summary>
    public static FlagType<IPNetwork?> IpNet { get; } = new("ipNet", (text, _, _) => ParseNetwork(text), v => v?.ToString() ?? "<nil>", v => v is null);

    /// <summary>A comma-separated, repeatable list with CSV quoting.</summary>
    public static FlagType<ImmutableArray<string>> Strings { get; } = List("stringSlice", "strings", CsvLine.Split);

    /// <summary>A repeatable list whose items are taken as they stand.</summary>
    public static FlagType<ImmutableArray<string>> StringArray { get; } = List("stringArray", "stringArray", text => [text]);

    /// <summary>key=value pairs, comma-separated and repeatable.</summary>
    public static FlagType<ImmutableSortedDictionary<string, string>> StringToString { get; } = Map("stringToString", "{0} must be formatted as key=value");

    /// <summary>key=value pairs as Kubernetes' component flags take them ("mapStringString").</summary>
    public static FlagType<ImmutableSortedDictionary<string, string>> MapStringString { get; } = Map("mapStringString", "malformed pair, expect string=string");

    /// <summary>Go's strconv.ParseBool.</summary>
    public static bool ParseBool(string text) => text switch
    {
        "1" or "t" or "T" or "true" or "TRUE" or "True" => true,
        "0" or "f" or "F" or "false" or "FALSE" or "False" => false,
        _ => throw new FormatException($"strconv.ParseBool: parsing \"{text}\": invalid syntax"),
    };

    /// <summary>Go's strconv.ParseInt with base 0 (64 bits).</summary>
    public static long ParseInt(string text, long min = long.MinValue, long max = long.MaxValue)
    {
        var function = min == 0 ? "ParseUint" : "ParseInt";
        var digits = text.StartsWith('-') || text.StartsWith('+') ? text[1..] : text;
        var (style, body) = digits switch
        {
            ['0', 'x' or 'X', ..] => (NumberStyles.AllowHexSpecifier, digits[2..]),
            ['0', 'b' or 'B', ..] => (NumberStyles.AllowBinarySpecifier, digits[2..]),
            _ => (NumberStyles.None, digits),
        };
        if (!UInt128.TryParse(body, style, CultureInfo.InvariantCulture, out var magnitude) || (min == 0 && digits.Length != text.Length))
        {
            var tooLong = body.Length > 0 && style == NumberStyles.None && body.All(char.IsAsciiDigit);
            throw new FormatException($"strconv.{function}: parsing \"{text}\": {(tooLong ? "value out of range" : "invalid syntax")}");
        }
        var limit = text.StartsWith('-') ? (UInt128)(-(Int128)min) : (UInt128)max;
        if (magnitude > limit)
        {
            throw new FormatException($"strconv.{function}: parsing \"{text}\": value out of range");
        }
        return text.StartsWith('-') ? (long)-(Int128)magnitude : (long)magnitude;
    }

    private static FlagType<T> Integer<T>(string name, Func<long, T> narrow, long min, long max) where T : notnull =>
        new(name, (text, _, _) => narrow(ParseInt(text, min, max)), v => v.ToString()!, v => v.Equals(default(T)));

    private static double ParseFloat(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new FormatException($"strconv.ParseFloat: parsing \"{text}\": invalid syntax");

    private static IPAddress? ParseIp(string text) =>
        IPAddress.TryParse(text.Trim(), out var address) && (address.ToString().Contains(':') || text.Count(c => c == '.') == 3)
            ? address
            : throw new FormatException($"failed to parse IP: \"{text}\"");

    private static IPNetwork? ParseNetwork(string text)
    {
        var slash = text.IndexOf('/');
        if (slash > 0 && IPAddress.TryParse(text.AsSpan(0, slash), out var address) && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var bits))
        {
            var bytes = address.GetAddressBytes();
            if (bits <= bytes.Length * 8)
            {
                for (var i = 0; i < bytes.Length; i++)
                {
                    bytes[i] &= (byte)(0xff00 >> Math.Clamp(bits - i * 8, 0, 8));
                }
                return new IPNetwork(new IPAddress(bytes), bits);
            }
        }
        throw new FormatException($"invalid CIDR address: {text}");
    }

    private static FlagType<ImmutableArray<string>> List(string kind, string name, Func<string, ImmutableArray<string>> split) =>
        new(name, (text, current, set) => set ? current.AddRange(split(text)) : split(text),
            v => "[" + string.Join(",", v) + "]", v => v.IsDefaultOrEmpty);

    private static FlagType<ImmutableSortedDictionary<string, string>> Map(string name, string error) =>
        new(name, (text, current, set) =>
            {
                var map = (set ? current : ImmutableSortedDictionary<string, string>.Empty).ToBuilder();
                map.KeyComparer = StringComparer.Ordinal;
                foreach (var pair in CsvLine.Split(text))
                {
                    var equals = pair.IndexOf('=');
                    if (equals < 0)
                    {
                        throw new FormatException(error.Replace("{0}", pair, StringComparison.Ordinal));
                    }
                    map[pair[..equals].Trim()] = pair[(equals + 1)..];
                }
                return map.ToImmutable();
            },
            v => string.Join(",", v.Select(p => $"{p.Key}={p.Value}")), v => v.IsEmpty);
}
