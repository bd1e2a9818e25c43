using System.Globalization;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Sets of indexes as jobs write them: <c>1,3-5,7</c>.</summary>
internal static class JobIndexes
{
    /// <summary>What is wrong with a set of indexes below <paramref name="completions"/>, null for nothing; counts them.</summary>
    public static string? Count(string text, int completions, out int count)
    {
        count = 0;
        if (text.Length == 0)
        {
            return null;
        }

        var last = -1;
        foreach (var interval in text.Split(','))
        {
            var parts = interval.Split('-');
            if (parts.Length > 2)
            {
                return $"the fragment {GoText.Quote(interval)} violates the requirement that an index interval can have at most two parts separated by '-'";
            }

            if (!Parse(parts[0], out var low))
            {
                return $"cannot convert string to integer for index: {GoText.Quote(parts[0])}";
            }

            if (low >= completions)
            {
                return $"too large index: {GoText.Quote(parts[0])}";
            }

            if (low <= last)
            {
                return $"non-increasing order, previous: {last}, current: {low}";
            }

            last = low;
            count++;
            if (parts.Length == 1)
            {
                continue;
            }

            if (!Parse(parts[1], out var high))
            {
                return $"cannot convert string to integer for index: {GoText.Quote(parts[1])}";
            }

            if (low >= high)
            {
                return $"non-increasing order, previous: {low}, current: {high}";
            }

            if (high >= completions)
            {
                return $"too large index: {GoText.Quote(parts[1])}";
            }

            last = high;
            count += high - low;
        }

        return null;
    }

    private static bool Parse(string text, out int number) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
