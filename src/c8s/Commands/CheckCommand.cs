using Cybernetes.Preflight;
using Cybernetes.Up;

namespace Cybernetes.Commands;

/// <summary><c>c8s check</c>: the preflight alone.</summary>
internal static class CheckCommand
{
    public static Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        if (ClusterOptions.Read(args, Console.Error) is not { } options)
        {
            return Task.FromResult(1);
        }

        var bad = 0;
        foreach (var finding in MachineChecks.Run(options))
        {
            var mark = finding.Severity switch { Severity.Ok => "ok  ", Severity.Warning => "warn", _ => "FAIL" };
            Console.Out.WriteLine($"[{mark}] {finding.Check}: {finding.Text}");
            bad += finding.Severity == Severity.Error ? 1 : 0;
        }

        return Task.FromResult(bad == 0 ? 0 : 1);
    }
}
