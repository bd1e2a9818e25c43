using System.Text;

namespace Cybernetes.Store.Load;

/// <summary>
/// What was asked, answered and seen, a line each, in the order it happened. A line is out of the process before the next thing happens, so that it outlives a kill.
/// </summary>
public sealed class Journal(Action<string> write)
{
    private readonly Lock _lock = new();

    /// <summary>Into the process's standard output.</summary>
    public static Journal ToStandardOutput()
    {
        var output = Console.OpenStandardOutput();
        return new Journal(line => output.Write(Encoding.UTF8.GetBytes(line + "\n")));
    }

    public void Write(string line)
    {
        lock (_lock)
        {
            write(line);
        }
    }
}
