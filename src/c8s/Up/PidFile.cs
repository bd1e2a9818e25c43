using System.Diagnostics;

namespace Cybernetes.Up;

/// <summary>Which process runs the cluster of a data directory.</summary>
internal sealed class PidFile(string dataDirectory) : IDisposable
{
    private readonly string _path = Path.Combine(dataDirectory, "c8s.pid");
    private bool _taken;

    /// <summary>The process that runs the cluster; null where none does.</summary>
    public Process? Running()
    {
        if (!File.Exists(_path) || !int.TryParse(File.ReadAllText(_path), out var pid) || pid == Environment.ProcessId)
        {
            return null;
        }

        try
        {
            // A number that was given to another program since does not count.
            var commandLine = File.ReadAllText($"/proc/{pid}/cmdline");
            return commandLine.Contains("c8s", StringComparison.Ordinal) ? Process.GetProcessById(pid) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Says that this process does.</summary>
    public void Take()
    {
        File.WriteAllText(_path, $"{Environment.ProcessId}\n");
        _taken = true;
    }

    public void Dispose()
    {
        if (_taken)
        {
            File.Delete(_path);
        }
    }
}
