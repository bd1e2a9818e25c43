using System.Globalization;
using Cybernetes.Api.CoreV1;

namespace Cybernetes.Controllers.ServiceAccounts;

/// <summary>What to do about a token Secret that was made of itself in the days of old (KEP-2799). Pure.</summary>
public static class LegacyTokenDecision
{
    /// <summary>The verdicts.</summary>
    public enum Verdict
    {
        /// <summary>It stays as it is.</summary>
        Keep,

        /// <summary>It is no longer believed.</summary>
        Invalidate,

        /// <summary>It goes.</summary>
        Delete,
    }

    /// <summary>The verdict on a Secret that its account names, and that no pod mounts.</summary>
    /// <param name="secret">The Secret.</param>
    /// <param name="trackedSince">The day from which the server has told of uses.</param>
    /// <param name="period">How long a token may be unused, and then invalid.</param>
    /// <param name="now">The time.</param>
    public static Verdict Of(Secret secret, DateTimeOffset trackedSince, TimeSpan period, DateTimeOffset now)
    {
        var unusedSince = Later(Day(secret, TokenSecrets.LastUsedLabel) ?? trackedSince, secret.Metadata.CreationTimestamp.IsZero ? trackedSince : secret.Metadata.CreationTimestamp.Moment);
        if (Later(unusedSince, trackedSince) + period > now)
        {
            return Verdict.Keep;
        }

        if (secret.Metadata.Labels.GetValueOrDefault(TokenSecrets.InvalidSinceLabel) is not { Length: > 0 })
        {
            return Verdict.Invalidate;
        }

        // A label that cannot be read begins anew.
        return Day(secret, TokenSecrets.InvalidSinceLabel) is not { } invalid ? Verdict.Invalidate : invalid + period > now ? Verdict.Keep : Verdict.Delete;
    }

    /// <summary>A day as the labels write it.</summary>
    public static string DayOf(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day as the labels write it; null where it cannot be read.</summary>
    public static DateTimeOffset? ParseDay(string? text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day : null;

    private static DateTimeOffset? Day(Secret secret, string label) => ParseDay(secret.Metadata.Labels.GetValueOrDefault(label));

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
