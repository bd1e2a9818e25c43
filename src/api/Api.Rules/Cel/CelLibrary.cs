using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>What operators and functions do. A member function's target is its first argument.</summary>
internal static class CelLibrary
{
    private static readonly TimeSpan _longestMatch = TimeSpan.FromSeconds(1);

    public static object? Call(string function, List<object?> arguments) =>
        CelArithmetic.Call(function, arguments)
        ?? Texts(function, arguments)
        ?? Lists(function, arguments)
        ?? Times(function, arguments)
        ?? Others(function, arguments)
        ?? (CelArithmetic.GivesNull(function, arguments) ? null : throw CelException.NoOverload());

    private static object? Texts(string function, List<object?> arguments) => (function, arguments) switch
    {
        ("size", [string text]) => (long)text.EnumerateRunes().Count(),
        ("contains", [string text, string part]) => text.Contains(part, StringComparison.Ordinal),
        ("startsWith", [string text, string part]) => text.StartsWith(part, StringComparison.Ordinal),
        ("endsWith", [string text, string part]) => text.EndsWith(part, StringComparison.Ordinal),
        ("matches", [string text, string pattern]) => Pattern(pattern).IsMatch(text),
        ("find", [string text, string pattern]) => Pattern(pattern).Match(text).Value,
        ("findAll", [string text, string pattern]) => Pattern(pattern).Matches(text).Select(match => (object?)match.Value).ToList(),
        ("lowerAscii", [string text]) => text.ToLowerInvariant(),
        ("upperAscii", [string text]) => text.ToUpperInvariant(),
        ("trim", [string text]) => text.Trim(),
        ("replace", [string text, string from, string to]) => from.Length == 0 ? text : text.Replace(from, to, StringComparison.Ordinal),
        ("split", [string text, string by]) => (by.Length == 0 ? text.Select(c => (object?)c.ToString()) : text.Split(by)).ToList(),
        ("split", [string text, string by, long most]) => text.Split(by, (int)Math.Max(most, 0)).ToList<object?>(),
        ("substring", [string text, long from]) => Part(text, from, text.Length),
        ("substring", [string text, long from, long to]) => Part(text, from, to),
        ("charAt", [string text, long at]) => at == text.Length ? "" : Part(text, at, at + 1),
        ("indexOf", [string text, string part]) => (long)text.IndexOf(part, StringComparison.Ordinal),
        ("lastIndexOf", [string text, string part]) => (long)text.LastIndexOf(part, StringComparison.Ordinal),
        ("reverse", [string text]) => new string([.. text.Reverse()]),
        ("format", [string text, List<object?> items]) => Format(text, items),
        ("base64.encode", [byte[] bytes]) => Convert.ToBase64String(bytes),
        ("base64.decode", [string text]) => Convert.FromBase64String(text),
        _ => null,
    };

    private static object? Lists(string function, List<object?> arguments) => (function, arguments) switch
    {
        ("size", [List<object?> list]) => (long)list.Count,
        ("size", [CelTable table]) => (long)table.Count,
        ("join", [List<object?> list]) => string.Concat(list.Cast<string>()),
        ("join", [List<object?> list, string by]) => string.Join(by, list.Cast<string>()),
        ("isSorted", [List<object?> list]) => list.Zip(list.Skip(1)).All(pair => CelValue.Order(pair.First, pair.Second) <= 0),
        ("sum", [List<object?> list]) => list.Count == 0 ? 0L : list.Aggregate((a, b) => CelArithmetic.Call("_+_", [a, b])),
        ("min", [List<object?> list]) => list.Aggregate((a, b) => CelValue.Order(a, b) <= 0 ? a : b),
        ("max", [List<object?> list]) => list.Aggregate((a, b) => CelValue.Order(a, b) >= 0 ? a : b),
        ("indexOf", [List<object?> list, var item]) => (long)list.FindIndex(other => CelValue.Same(other, item)),
        ("lastIndexOf", [List<object?> list, var item]) => (long)list.FindLastIndex(other => CelValue.Same(other, item)),
        ("distinct", [List<object?> list]) => list.Where((item, i) => !list.Take(i).Any(other => CelValue.Same(other, item))).ToList(),
        ("flatten", [List<object?> list]) => list.SelectMany(item => item as List<object?> ?? [item]).ToList(),
        ("reverse", [List<object?> list]) => list.AsEnumerable().Reverse().ToList(),
        ("slice", [List<object?> list, long from, long to]) => list[(int)from..(int)to],
        ("sort", [List<object?> list]) => list.Order(Comparer<object?>.Create(CelValue.Order)).ToList(),
        ("sets.contains", [List<object?> all, List<object?> part]) => part.All(item => all.Exists(other => CelValue.Same(other, item))),
        ("sets.intersects", [List<object?> one, List<object?> other]) => one.Exists(item => other.Exists(each => CelValue.Same(each, item))),
        ("sets.equivalent", [List<object?> one, List<object?> other]) => one.TrueForAll(item => other.Exists(each => CelValue.Same(each, item))) && other.TrueForAll(item => one.Exists(each => CelValue.Same(each, item))),
        _ => null,
    };

    private static object? Times(string function, List<object?> arguments) => (function, arguments) switch
    {
        ("timestamp", [string text]) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : throw new CelException($"timestamp: cannot parse {GoText.Quote(text)}"),
        ("timestamp", [long seconds]) => DateTimeOffset.FromUnixTimeSeconds(seconds),
        ("timestamp", [DateTimeOffset time]) => time,
        ("duration", [string text]) => Duration.Parse(text).Span,
        ("duration", [TimeSpan span]) => span,
        ("getFullYear", [DateTimeOffset time]) => (long)time.UtcDateTime.Year,
        ("getMonth", [DateTimeOffset time]) => (long)time.UtcDateTime.Month - 1,
        ("getDate", [DateTimeOffset time]) => (long)time.UtcDateTime.Day,
        ("getDayOfMonth", [DateTimeOffset time]) => (long)time.UtcDateTime.Day - 1,
        ("getDayOfWeek", [DateTimeOffset time]) => (long)time.UtcDateTime.DayOfWeek,
        ("getDayOfYear", [DateTimeOffset time]) => (long)time.UtcDateTime.DayOfYear - 1,
        ("getHours", [DateTimeOffset time]) => (long)time.UtcDateTime.Hour,
        ("getMinutes", [DateTimeOffset time]) => (long)time.UtcDateTime.Minute,
        ("getSeconds", [DateTimeOffset time]) => (long)time.UtcDateTime.Second,
        ("getHours", [TimeSpan span]) => (long)span.TotalHours,
        ("getMinutes", [TimeSpan span]) => (long)span.TotalMinutes,
        ("getSeconds", [TimeSpan span]) => (long)span.TotalSeconds,
        ("getMilliseconds", [TimeSpan span]) => (long)span.TotalMilliseconds,
        _ => null,
    };

    private static object? Others(string function, List<object?> arguments) => (function, arguments) switch
    {
        ("dyn", [var any]) => any,
        ("jsonpatch.escapeKey", [string key]) => key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal),
        ("string", [var any]) => CelText.Of(any),
        ("bytes", [string text]) => Encoding.UTF8.GetBytes(text),
        ("bool", [bool truth]) => truth,
        ("bool", [string text]) => text is "true" or "True" or "TRUE" or "t" or "1" || (text is "false" or "False" or "FALSE" or "f" or "0" ? false : throw new CelException("type conversion error from 'string' to 'bool'")),
        ("isQuantity", [string text]) => Quantity.TryParse(text, out _),
        ("quantity", [string text]) => Quantity.TryParse(text, out var quantity) ? quantity : throw new CelException($"quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"),
        ("compareTo", [Quantity one, Quantity other]) => (long)one.CompareTo(other),
        ("isGreaterThan", [Quantity one, Quantity other]) => one > other,
        ("isLessThan", [Quantity one, Quantity other]) => one < other,
        ("add", [Quantity one, Quantity other]) => one + other,
        ("sub", [Quantity one, Quantity other]) => one - other,
        ("sign", [Quantity one]) => (long)one.Sign,
        ("asInteger", [Quantity one]) => one.Value,
        ("isInteger", [Quantity one]) => one.MilliValue % 1000 == 0,
        ("asApproximateFloat", [Quantity one]) => one.MilliValue / 1000.0,
        ("isIP", [string text]) => Check.TryIp(text, out _),
        ("isCIDR", [string text]) => Check.TryCidr(text, out _, out _),
        ("isURL", [string text]) => GoUrl.Parse(text) is { Error: null, Scheme.Length: > 0 },
        _ => null,
    };

    // RE2 and .NET agree on what such patterns use; a match may not take for ever.
    private static Regex Pattern(string pattern)
    {
        try
        {
            return new(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, _longestMatch);
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            throw new CelException($"error parsing regexp: {wrong.Message}");
        }
    }

    private static string Part(string text, long from, long to) => from >= 0 && from <= to && to <= text.Length ? text[(int)from..(int)to] : throw new CelException($"index out of range: {(from < 0 || from > text.Length ? from : to)}");

    private static string Format(string text, List<object?> items)
    {
        var result = new StringBuilder();
        var next = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%' || i + 1 == text.Length)
            {
                result.Append(text[i]);
            }
            else if (text[++i] == '%')
            {
                result.Append('%');
            }
            else
            {
                var item = next < items.Count ? items[next++] : throw new CelException($"index {next} out of range");
                result.Append(item is List<object?> list ? $"[{string.Join(", ", list.Select(CelText.Of))}]" : CelText.Of(item));
            }
        }

        return result.ToString();
    }
}
