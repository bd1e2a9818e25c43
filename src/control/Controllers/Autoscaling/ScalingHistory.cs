namespace Cybernetes.Controllers.Autoscaling;

/// <summary>What one autoscaler has recommended and done of late. Immutable.</summary>
public sealed record ScalingHistory(IReadOnlyList<(DateTimeOffset At, int Replicas)> Recommendations, IReadOnlyList<(DateTimeOffset At, int Change)> Changes)
{
    private static readonly TimeSpan _longest = TimeSpan.FromHours(1);

    /// <summary>Nothing.</summary>
    public static ScalingHistory Empty { get; } = new([], []);

    /// <summary>With a recommendation more; those older than any window are forgotten.</summary>
    public ScalingHistory Recommend(int replicas, DateTimeOffset now) =>
        this with { Recommendations = [.. Recommendations.Where(one => now - one.At <= _longest), (now, replicas)] };

    /// <summary>With a change more.</summary>
    public ScalingHistory Change(int change, DateTimeOffset now) =>
        this with { Changes = [.. Changes.Where(one => now - one.At <= _longest), (now, change)] };

    /// <summary>How many replicas were added (or, where <paramref name="down"/>, taken) in a time.</summary>
    public int Moved(bool down, TimeSpan period, DateTimeOffset now) =>
        Changes.Where(one => one.At > now - period && (down ? one.Change < 0 : one.Change > 0)).Sum(one => Math.Abs(one.Change));
}
