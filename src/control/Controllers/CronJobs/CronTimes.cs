using System.Globalization;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Controllers.CronJobs;

/// <summary>
/// The moments a cron schedule names, in one time zone: five fields, one of the names (<c>@daily</c>), or <c>@every</c> a duration. A time that
/// the change to summer time leaves out does not come that day; one that comes twice counts twice. Immutable.
/// </summary>
public sealed class CronTimes
{
    private const ulong Star = 1UL << 63;
    private static readonly string[] _months = ["", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] _days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    private readonly TimeZoneInfo _zone;
    private readonly ulong _minutes, _hours, _monthDays, _monthsOfYear, _weekDays;
    private readonly TimeSpan? _every;

    private CronTimes(TimeZoneInfo zone, TimeSpan every) => (_zone, _every) = (zone, every);

    private CronTimes(TimeZoneInfo zone, string[] fields) =>
        (_zone, _minutes, _hours, _monthDays, _monthsOfYear, _weekDays) =
        (zone, Field(fields[0], 0, 59, []), Field(fields[1], 0, 23, []), Field(fields[2], 1, 31, []), Field(fields[3], 1, 12, _months), Field(fields[4], 0, 6, _days));

    /// <summary>Reads a schedule. A time zone in the schedule itself wins over the one given.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static CronTimes Parse(string schedule, TimeZoneInfo zone)
    {
        if (schedule.StartsWith("TZ=", StringComparison.Ordinal) || schedule.StartsWith("CRON_TZ=", StringComparison.Ordinal))
        {
            var space = schedule.IndexOf(' ', StringComparison.Ordinal);
            var name = space < 0 ? "" : schedule[(schedule.IndexOf('=', StringComparison.Ordinal) + 1)..space];
            zone = TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found) ? found : throw new FormatException($"provided bad location {name}: unknown time zone {name}");
            schedule = schedule[space..].Trim();
        }

        if (schedule.StartsWith("@every ", StringComparison.Ordinal))
        {
            // Shorter than a second, or a part of one, would come for ever in the same second.
            var every = Duration.Parse(schedule["@every ".Length..]).Span;
            return new(zone, every < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(Math.Floor(every.TotalSeconds)));
        }

        schedule = schedule switch
        {
            "@yearly" or "@annually" => "0 0 1 1 *",
            "@monthly" => "0 0 1 * *",
            "@weekly" => "0 0 * * 0",
            "@daily" or "@midnight" => "0 0 * * *",
            "@hourly" => "0 * * * *",
            _ => schedule,
        };
        var fields = schedule.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == 5 ? new(zone, fields) : throw new FormatException($"expected exactly 5 fields, found {fields.Length}: [{string.Join(' ', fields)}]");
    }

    /// <summary>The first moment after one; null where none comes in five years.</summary>
    public DateTimeOffset? After(DateTimeOffset moment)
    {
        var second = new DateTimeOffset(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        if (_every is { } every)
        {
            return second + every;
        }

        var time = Local(second.AddSeconds(1));
        if (time.Second > 0)
        {
            time = Local(time.AddSeconds(60 - time.Second));
        }

        // Each step goes to the start of the next month, day, hour or minute, until all four fit.
        for (var last = time.Year + 5; time.Year <= last;)
        {
            if (!Has(_monthsOfYear, time.Month))
            {
                time = AtMidnight(new DateTime(time.Year, time.Month, 1).AddMonths(1));
            }
            else if (!DayFits(time))
            {
                time = AtMidnight(time.Date.AddDays(1));
            }
            else if (!Has(_hours, time.Hour))
            {
                time = Local(time.AddMinutes(60 - time.Minute));
            }
            else if (!Has(_minutes, time.Minute))
            {
                time = Local(time.AddMinutes(1));
            }
            else
            {
                return time.ToUniversalTime();
            }
        }

        return null;
    }

    private static bool Has(ulong set, int number) => (set & (1UL << number)) != 0;

    // Where both kinds of day are restricted, either will do.
    private bool DayFits(DateTimeOffset time)
    {
        var (ofMonth, ofWeek) = (Has(_monthDays, time.Day), Has(_weekDays, (int)time.DayOfWeek));
        return ((_monthDays | _weekDays) & Star) != 0 ? ofMonth && ofWeek : ofMonth || ofWeek;
    }

    private DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone);

    // Where the day begins later than midnight, the first moment there is; where midnight comes twice, the first.
    private DateTimeOffset AtMidnight(DateTime day)
    {
        while (_zone.IsInvalidTime(day))
        {
            day = day.AddMinutes(15);
        }

        var offset = _zone.IsAmbiguousTime(day) ? _zone.GetAmbiguousTimeOffsets(day).Max() : _zone.GetUtcOffset(day);
        return new DateTimeOffset(day, offset);
    }

    private static ulong Field(string text, int min, int max, string[] names) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries).Aggregate(0UL, (set, part) => set | Range(part, min, max, names));

    private static ulong Range(string part, int min, int max, string[] names)
    {
        var steps = part.Split('/');
        var ends = steps[0].Split('-');
        var (low, high, star) = (min, max, Star);
        if (ends[0] is not ("*" or "?"))
        {
            low = Number(ends[0], names);
            high = ends.Length > 1 ? Number(ends[1], names) : steps.Length > 1 ? max : low;
            star = 0;
        }

        var step = steps.Length > 1 ? Number(steps[1], []) : 1;
        if (low < min || high > max || low > high || step <= 0 || steps.Length > 2 || ends.Length > 2)
        {
            throw new FormatException($"bad range: {part}");
        }

        var set = step > 1 ? 0 : star;
        for (var number = low; number <= high; number += step)
        {
            set |= 1UL << number;
        }

        return set;
    }

    private static int Number(string text, string[] names)
    {
        var named = text.Length == 0 ? -1 : Array.IndexOf(names, text.ToLowerInvariant());
        return named >= 0 ? named
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new FormatException($"failed to parse int from {text}: strconv.Atoi: parsing \"{text}\": invalid syntax");
    }
}
