using System.Globalization;
using System.Text;

namespace Cybernetes.Base;

/// <summary>Go's textual durations ("1h30m", "250ms"), as flags and configuration files carry them.</summary>
public static class GoDuration
{
    /// <summary>Parses a Go duration. Throws <see cref="FormatException"/> with Go's own error text.</summary>
    public static TimeSpan Parse(string text) =>
        TryParse(text, out var value, out var error) ? value : throw new FormatException(error);

    /// <summary>Parses a Go duration; <paramref name="error"/> is the text of Go's <c>time.ParseDuration</c>.</summary>
    public static bool TryParse(string text, out TimeSpan value, out string? error)
    {
        value = default;
        error = null;
        var rest = text.AsSpan();
        var negative = false;
        if (rest.Length > 0 && rest[0] is '+' or '-')
        {
            negative = rest[0] == '-';
            rest = rest[1..];
        }
        if (rest is "0")
        {
            return true;
        }
        if (rest.IsEmpty)
        {
            return Fail($"time: invalid duration \"{text}\"", out error);
        }
        decimal nanoseconds = 0;
        while (!rest.IsEmpty)
        {
            var length = rest.IndexOfAnyExcept("0123456789.");
            var number = length < 0 ? rest : rest[..length];
            if (number.IsEmpty || number is "." || number.Count('.') > 1 ||
                !decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count))
            {
                return Fail($"time: invalid duration \"{text}\"", out error);
            }
            rest = rest[number.Length..];
            var unitLength = rest.IndexOfAny("0123456789.");
            var unit = unitLength < 0 ? rest : rest[..unitLength];
            if (unit.IsEmpty)
            {
                return Fail($"time: missing unit in duration \"{text}\"", out error);
            }
            if (UnitNanoseconds(unit) is not { } scale)
            {
                return Fail($"time: unknown unit \"{unit}\" in duration \"{text}\"", out error);
            }
            nanoseconds += count * scale;
            if (nanoseconds > long.MaxValue)
            {
                return Fail($"time: invalid duration \"{text}\"", out error);
            }
            rest = rest[unit.Length..];
        }
        value = TimeSpan.FromTicks((long)(nanoseconds / 100) * (negative ? -1 : 1));
        return true;
    }

    /// <summary>Writes a duration as Go's <c>Duration.String</c> does: "1h0m0s", "1.5s", "0s".</summary>
    public static string Format(TimeSpan duration)
    {
        var nanoseconds = (decimal)duration.Ticks * 100;
        if (nanoseconds == 0)
        {
            return "0s";
        }
        var sign = nanoseconds < 0 ? "-" : "";
        nanoseconds = Math.Abs(nanoseconds);
        if (nanoseconds < 1_000_000_000)
        {
            return sign + nanoseconds switch
            {
                < 1_000 => Number(nanoseconds) + "ns",
                < 1_000_000 => Number(nanoseconds / 1_000) + "µs",
                _ => Number(nanoseconds / 1_000_000) + "ms",
            };
        }
        var seconds = nanoseconds / 1_000_000_000;
        var hours = decimal.Truncate(seconds / 3600);
        var minutes = decimal.Truncate((seconds - hours * 3600) / 60);
        var text = new StringBuilder(sign);
        if (hours > 0)
        {
            text.Append(Number(hours)).Append('h');
        }
        if (hours > 0 || minutes > 0)
        {
            text.Append(Number(minutes)).Append('m');
        }
        return text.Append(Number(seconds - hours * 3600 - minutes * 60)).Append('s').ToString();
    }

    private static string Number(decimal value) => value.ToString("0.#########", CultureInfo.InvariantCulture);

    private static decimal? UnitNanoseconds(ReadOnlySpan<char> unit) => unit switch
    {
        "ns" => 1m,
        "us" or "µs" or "μs" => 1_000m,
        "ms" => 1_000_000m,
        "s" => 1_000_000_000m,
        "m" => 60_000_000_000m,
        "h" => 3_600_000_000_000m,
        _ => null,
    };

    private static bool Fail(string text, out string? error)
    {
        error = text;
        return false;
    }
}
