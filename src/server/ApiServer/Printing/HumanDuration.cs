using System.Globalization;

namespace Cybernetes.ApiServer.Printing;

/// <summary>Durations in upstream's short form: two units at most, the second only where it tells something.</summary>
internal static class HumanDuration
{
    public static string Of(TimeSpan duration)
    {
        var seconds = (long)duration.TotalSeconds;
        if (seconds < -1)
        {
            return "<invalid>";
        }

        var (minutes, hours) = ((long)duration.TotalMinutes, (long)duration.TotalHours);
        return (seconds, minutes, hours) switch
        {
            ( < 0, _, _) => "0s",
            ( < 120, _, _) => $"{Text(seconds)}s",
            (_, < 10, _) => Two(minutes, "m", seconds % 60, "s"),
            (_, < 180, _) => $"{Text(minutes)}m",
            (_, _, < 8) => Two(hours, "h", minutes % 60, "m"),
            (_, _, < 48) => $"{Text(hours)}h",
            (_, _, < 24 * 8) => Two(hours / 24, "d", hours % 24, "h"),
            (_, _, < 24 * 365 * 2) => $"{Text(hours / 24)}d",
            (_, _, < 24 * 365 * 8) => Two(hours / 24 / 365, "y", hours / 24 % 365, "d"),
            _ => $"{Text(hours / 24 / 365)}y",
        };
    }

    private static string Two(long first, string unit, long second, string secondUnit) =>
        second == 0 ? $"{Text(first)}{unit}" : $"{Text(first)}{unit}{Text(second)}{secondUnit}";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
