using System.Diagnostics;

namespace Cybernetes.Fuzz;

/// <summary><c>fuzz TARGET|all SECONDS [SEED]</c>: mutates known inputs and feeds them to a parser; what it should refuse it must refuse cleanly, and soon.</summary>
internal static class Program
{
    private static readonly TimeSpan _slow = TimeSpan.FromSeconds(2);

    private static readonly IReadOnlyList<Target> _all = [.. Targets.All, .. NetworkTargets.All];

    private static int Main(string[] args)
    {
        var seconds = args.Length > 1 ? int.Parse(args[1]) : 60;
        var seed = args.Length > 2 ? int.Parse(args[2]) : Environment.TickCount;
        var targets = _all.Where(target => args.Length == 0 || args[0] == "all" || target.Name == args[0]).ToArray();
        if (targets.Length == 0)
        {
            Console.Error.WriteLine($"no such target; there are: {string.Join(' ', _all.Select(target => target.Name))}");
            return 2;
        }

        var failures = 0;
        foreach (var target in targets)
        {
            failures += Run(target, TimeSpan.FromSeconds((double)seconds / targets.Length), seed);
        }

        return failures == 0 ? 0 : 1;
    }

    private static int Run(Target target, TimeSpan limit, int seed)
    {
        var mutator = new Mutator(target.Seeds, target.Words, new Random(seed));
        var clock = Stopwatch.StartNew();
        long inputs = 0, accepted = 0;
        var failures = 0;
        while (clock.Elapsed < limit && failures < 5)
        {
            var input = mutator.Next();
            var started = clock.Elapsed;
            try
            {
                if (target.Run(input))
                {
                    accepted++;
                    mutator.Learn(input);
                }
            }
            catch (Exception e)
            {
                failures++;
                Report(target, input, string.Join("\n", e.ToString().Split('\n').Where(line => !line.Contains(" System.", StringComparison.Ordinal)).Take(5)));
            }

            if (clock.Elapsed - started > _slow)
            {
                failures++;
                Report(target, input, $"took {clock.Elapsed - started}");
            }

            inputs++;
        }

        Console.WriteLine($"{target.Name,-14} {inputs,12:N0} inputs  {accepted,12:N0} accepted  {failures} failures  {clock.Elapsed.TotalSeconds:F0} s  seed {seed}");
        return failures;
    }

    private static void Report(Target target, byte[] input, string what)
    {
        var file = Path.Combine(Path.GetTempPath(), $"fuzz-{target.Name}-{Guid.NewGuid():N}");
        File.WriteAllBytes(file, input);
        Console.WriteLine($"FAILED {target.Name}: {what}\n  input in {file}");
    }
}
