using System.Diagnostics;
using Cybernetes.Store.Load;

namespace Cybernetes.Store.Robustness.Tests;

/// <summary>Runs the load in a child process round after round on the same file, killing it each time at a random moment.</summary>
internal sealed class ChildRounds(string file, int seed, string? bug = null, string? preload = null)
{
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, long> _seen = [];

    /// <summary>All that the children wrote.</summary>
    public List<string> Journal { get; } = [];

    /// <summary>One round.</summary>
    public async Task RunAsync(int round, CancellationToken token)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        // Both watchers go on after the last revision that both saw; what one saw again is dropped below.
        var from = _seen.Count < 2 ? 2 : _seen.Values.Min() + 1;
        string[] arguments = [typeof(LoadRun).Assembly.Location, file, $"r{round}", $"{seed + round}", $"{from}", .. bug is null ? Array.Empty<string>() : [bug]];
        Array.ForEach(arguments, start.ArgumentList.Add);
        if (preload is not null)
        {
            start.Environment["LD_PRELOAD"] = preload;
            start.Environment["FSYNCED_FILE"] = file;
        }
        using var child = Process.Start(start)!;
        var errors = child.StandardError.ReadToEndAsync(token);
        var kill = default(Task);
        while (await child.StandardOutput.ReadLineAsync(token) is { } line)
        {
            // The clock of the kill starts with the first answer.
            kill ??= KillAsync(child, TimeSpan.FromMilliseconds(_random.Next(1, 250)));
            Take(line);
        }
        await child.WaitForExitAsync(token);
        if (kill is null)
        {
            throw new InvalidOperationException($"the child ended by itself in round {round}: {await errors}");
        }
        await kill;
    }

    private void Take(string line)
    {
        var parts = line.Split(' ');
        var isWhole = parts[0] switch { "i" => parts.Length == 5, "o" => parts.Length == 6, "w" => parts.Length >= 4, _ => false };
        if (!isWhole)
        {
            return; // The last line of a killed child may be cut.
        }
        if (parts[0] == "w")
        {
            var revision = long.Parse(parts[2]);
            if (revision <= _seen.GetValueOrDefault(parts[1]))
            {
                return;
            }
            _seen[parts[1]] = revision;
        }
        Journal.Add(line);
    }

    private static async Task KillAsync(Process child, TimeSpan after)
    {
        await Task.Delay(after);
        child.Kill();
    }
}
