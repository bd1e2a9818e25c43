using System.Diagnostics;

namespace Cybernetes.Api.Bench;

/// <summary>Time and allocated bytes of one call.</summary>
/// <param name="Nanoseconds">The best of the rounds.</param>
/// <param name="Bytes">Allocated by one call.</param>
internal readonly record struct Measure(double Nanoseconds, double Bytes)
{
    private const int Rounds = 5;

    /// <summary>Runs an action alone, warmed up, in rounds of about 100 ms.</summary>
    public static Measure Of(Action action)
    {
        var count = 1;
        for (var warm = Stopwatch.StartNew(); warm.ElapsedMilliseconds < 300; count++)
        {
            action();
        }

        count = Math.Max(count / 3, 1);
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            GC.Collect();
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < count; i++)
            {
                action();
            }

            best = Math.Min(best, watch.Elapsed.TotalNanoseconds / count);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            action();
        }

        return new(best, (GC.GetAllocatedBytesForCurrentThread() - before) / 100.0);
    }
}
