using System.Diagnostics;

namespace Cybernetes.Down;

/// <summary>Runs the machine's own tools.</summary>
internal static class Tool
{
    /// <summary>Runs a tool; its exit code and what it wrote.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string tool, string[] args, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, args) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true })!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output + errors);
    }

    /// <summary>Runs a tool that must succeed. Throws <see cref="IOException"/> with what it wrote.</summary>
    public static async Task<string> MustAsync(string tool, string[] args, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await RunAsync(tool, args, cancellationToken);
        return exitCode == 0 ? output : throw new IOException($"`{tool} {string.Join(' ', args)}` failed: {output.Trim()}");
    }
}
