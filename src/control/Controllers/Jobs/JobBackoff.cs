namespace Cybernetes.Controllers.Jobs;

/// <summary>How often a Job's pods have failed in a row, and when last. Immutable.</summary>
public sealed record JobBackoff(int Failures, DateTimeOffset LastFailure)
{
    private static readonly TimeSpan _first = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(10);

    /// <summary>No failure.</summary>
    public static JobBackoff None { get; } = new(0, default);

    /// <summary>With what has ended since, in order: each success forgives all failures before it.</summary>
    public JobBackoff With(IEnumerable<(DateTimeOffset End, bool Failed)> ended)
    {
        var backoff = this;
        foreach (var (end, failed) in ended.OrderBy(one => one.End))
        {
            backoff = failed ? new JobBackoff(backoff.Failures + 1, end) : None;
        }

        return backoff;
    }

    /// <summary>How long to wait before the next pod.</summary>
    public TimeSpan Remaining(DateTimeOffset now)
    {
        if (Failures == 0)
        {
            return TimeSpan.Zero;
        }

        var delay = TimeSpan.FromTicks((long)Math.Min(_longest.Ticks, _first.Ticks * Math.Pow(2, Failures - 1)));
        var left = LastFailure + delay - now;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
