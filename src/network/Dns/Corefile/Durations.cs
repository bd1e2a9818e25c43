using System.Globalization;

namespace Cybernetes.Dns.Corefile;

/// <summary>Durations as Go writes them: "1h2m3.5s", "300ms".</summary>
internal static class Durations
{
    /// <summary>Null when the text is not a duration.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (text == "0")
        {
            return TimeSpan.Zero;
        }

        var total = 0.0;
        var i = 0;
        while (i < text.Length)
        {
            var start = i;
            while (i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] == '.'))
            {
                i++;
            }

            if (!double.TryParse(text.AsSpan(start, i - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            var unit = i;
            while (i < text.Length && !char.IsAsciiDigit(text[i]) && text[i] != '.')
            {
                i++;
            }

            var seconds = text[unit..i] switch
            {
                "ns" => 1e-9,
                "us" or "µs" => 1e-6,
                "ms" => 1e-3,
                "s" => 1,
                "m" => 60,
                "h" => 3600,
                _ => double.NaN,
            };
            if (double.IsNaN(seconds))
            {
                return null;
            }

            total += number * seconds;
        }

        return text.Length == 0 || total > 1e9 ? null : TimeSpan.FromSeconds(total);
    }

    /// <summary>Seconds as Go's fmt prints time.Duration.Seconds() with an s: "0.000123456s".</summary>
    public static string Seconds(TimeSpan duration) => duration.TotalSeconds.ToString("0.#########", CultureInfo.InvariantCulture) + "s";

    /// <summary>As Go prints a duration: "5s", "1m30s", "500ms".</summary>
    public static string Text(TimeSpan duration)
    {
        if (duration < TimeSpan.FromSeconds(1))
        {
            return duration == TimeSpan.Zero ? "0s" : string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0.######}ms");
        }

        var hours = (int)duration.TotalHours;
        var seconds = (duration - TimeSpan.FromMinutes((int)duration.TotalMinutes)).TotalSeconds;
        var text = string.Create(CultureInfo.InvariantCulture, $"{seconds:0.#######}s");
        text = duration.TotalMinutes >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{duration.Minutes}m{text}") : text;
        return hours > 0 ? string.Create(CultureInfo.InvariantCulture, $"{hours}h{text}") : text;
    }
}
