namespace Cybernetes.Scheduler.Framework;

/// <summary>Upstream's default normalising: the highest raw score becomes 100, or 0 when reversed.</summary>
public static class ScoreNormalizer
{
    /// <summary>The highest normalised score.</summary>
    public const long MaxNodeScore = 100;

    /// <summary>Scales in place.</summary>
    public static void Normalize(Span<long> scores, bool reverse)
    {
        long max = 0;
        foreach (var score in scores)
        {
            max = Math.Max(max, score);
        }

        for (var i = 0; i < scores.Length; i++)
        {
            if (max == 0)
            {
                scores[i] = reverse ? MaxNodeScore : scores[i];
                continue;
            }

            var scaled = MaxNodeScore * scores[i] / max;
            scores[i] = reverse ? MaxNodeScore - scaled : scaled;
        }
    }
}
