using System.Globalization;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Whether a text is a schedule of cron's five fields or one of its names, in the words of the parser that upstream uses.</summary>
public static class CronSchedule
{
    private static readonly (int Low, int High, string[] Names)[] _fields =
    [
        (0, 59, []),
        (0, 23, []),
        (1, 31, []),
        (1, 12, ["", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]),
        (0, 6, ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
    ];

    /// <summary>What is wrong; null for nothing.</summary>
    public static string? Check(string schedule)
    {
        if (schedule.Length == 0)
        {
            return "empty spec string";
        }

        if (schedule.StartsWith("TZ=", StringComparison.Ordinal) || schedule.StartsWith("CRON_TZ=", StringComparison.Ordinal))
        {
            var space = schedule.IndexOf(' ', StringComparison.Ordinal);
            var equals = schedule.IndexOf('=', StringComparison.Ordinal);
            var zone = space < 0 ? schedule[(equals + 1)..] : schedule[(equals + 1)..space];
            if (zone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            {
                return $"provided bad location {zone}: unknown time zone {zone}";
            }

            schedule = space < 0 ? "" : schedule[space..].Trim();
        }

        if (schedule.StartsWith('@'))
        {
            return Descriptor(schedule);
        }

        var fields = schedule.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 5)
        {
            return $"expected exactly 5 fields, found {fields.Length}: [{string.Join(' ', fields)}]";
        }

        for (var i = 0; i < 5; i++)
        {
            foreach (var part in fields[i].Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                if (Range(part, _fields[i]) is { } wrong)
                {
                    return wrong;
                }
            }
        }

        return null;
    }

    private static string? Descriptor(string text)
    {
        if (text is "@yearly" or "@annually" or "@monthly" or "@weekly" or "@daily" or "@midnight" or "@hourly")
        {
            return null;
        }

        const string every = "@every ";
        if (!text.StartsWith(every, StringComparison.Ordinal))
        {
            return $"unrecognized descriptor: {text}";
        }

        try
        {
            _ = Duration.Parse(text[every.Length..]);
            return null;
        }
        catch (WireException e)
        {
            return $"failed to parse duration {text}: {e.Message}";
        }
    }

    private static string? Range(string part, (int Low, int High, string[] Names) field)
    {
        var steps = part.Split('/');
        var ends = steps[0].Split('-');
        var (low, high) = (field.Low, field.High);
        string? wrong;
        if (ends[0] is not ("*" or "?"))
        {
            if ((wrong = Number(ends[0], field.Names, out low)) is not null)
            {
                return wrong;
            }

            switch (ends.Length)
            {
                case 1:
                    high = low;
                    break;
                case 2:
                    if ((wrong = Number(ends[1], field.Names, out high)) is not null)
                    {
                        return wrong;
                    }

                    break;
                default:
                    return $"too many hyphens: {part}";
            }
        }

        var step = 1;
        switch (steps.Length)
        {
            case 1:
                break;
            case 2:
                if ((wrong = Number(steps[1], [], out step)) is not null)
                {
                    return wrong;
                }

                high = ends.Length == 1 ? field.High : high;
                break;
            default:
                return $"too many slashes: {part}";
        }

        return (low < field.Low, high > field.High, low > high, step == 0) switch
        {
            (true, _, _, _) => $"beginning of range ({low}) below minimum ({field.Low}): {part}",
            (_, true, _, _) => $"end of range ({high}) above maximum ({field.High}): {part}",
            (_, _, true, _) => $"beginning of range ({low}) beyond end of range ({high}): {part}",
            (_, _, _, true) => $"step of range should be a positive number: {part}",
            _ => null,
        };
    }

    private static string? Number(string text, string[] names, out int number)
    {
        number = text.Length == 0 ? -1 : Array.IndexOf(names, text.ToLowerInvariant());
        if (number >= 0)
        {
            return null;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
        {
            return $"failed to parse int from {text}: strconv.Atoi: parsing {GoText.Quote(text)}: invalid syntax";
        }

        return number < 0 ? $"negative number ({number}) not allowed: {text}" : null;
    }
}
