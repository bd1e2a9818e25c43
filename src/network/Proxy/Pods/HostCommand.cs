using System.Diagnostics;

namespace Cybernetes.Proxy.Pods;

/// <summary>Runs iproute2's programs, in this process's network namespace or in another one, entered with nsenter.</summary>
internal sealed class HostCommand(string? namespacePath = null)
{
    /// <summary>The program's standard output, or what it said when it failed.</summary>
    public async Task<(string Output, string? Error)> RunAsync(string command, CancellationToken cancellationToken)
    {
        string[] words = namespacePath is null ? command.Split(' ') : ["nsenter", "--net=" + namespacePath, .. command.Split(' ')];
        try
        {
            using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
            var said = await output;
            await process.WaitForExitAsync(cancellationToken);
            return (said, process.ExitCode == 0 ? null : $"{command}: {errors.Trim()}");
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return ("", $"{words[0]}: {missing.Message}");
        }
    }

    /// <summary>What the program said when it failed, or null.</summary>
    public async Task<string?> TryAsync(string command, CancellationToken cancellationToken) => (await RunAsync(command, cancellationToken)).Error;
}
