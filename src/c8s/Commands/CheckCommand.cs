using Cybernetes.Preflight;
using Cybernetes.Configuration;

namespace Cybernetes.Commands;

/// <summary><c>c8s check</c>: the preflight alone.</summary>
internal static class CheckCommand
{
    public static Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var (read, exitCode) = ClusterFlags.Read("c8s check", "Looks whether this machine can run a cluster; changes nothing.\n\nUsage:\n  c8s check [flags]", args);
        if (read is not { } options)
        {
            return Task.FromResult(exitCode);
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
