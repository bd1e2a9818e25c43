using Microsoft.Extensions.Logging;

namespace Cybernetes.Base.Logging;

/// <summary>One event, ready to be written.</summary>
internal readonly record struct LogEntry(
    DateTimeOffset Time, LogLevel Level, string Category, string Message, Exception? Exception, IReadOnlyList<KeyValuePair<string, object?>> Values)
{
    /// <summary>The last part of the category: what stands where klog shows the file.</summary>
    public ReadOnlySpan<char> Place => Category.AsSpan(Category.LastIndexOf('.') + 1);

    /// <summary>klog's verbosity number for the level.</summary>
    public int Verbosity => Level switch { LogLevel.Trace => 6, LogLevel.Debug => 4, _ => 0 };
}
