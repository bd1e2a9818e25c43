using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Base.Logging;

/// <summary>
/// The logger factory of every component: klog-like or JSON lines to one stream, without reflection.
/// Thread safe; each event is one write.
/// </summary>
public sealed class ComponentLoggerFactory(LogOptions options, Stream output, TimeProvider time) : ILoggerFactory
{
    private readonly ConcurrentDictionary<string, ILogger> _loggers = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Logs to standard error by the system clock.</summary>
    public ComponentLoggerFactory(LogOptions options) : this(options, Console.OpenStandardError(), TimeProvider.System)
    {
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) =>
        _loggers.GetOrAdd(categoryName, static (name, factory) => new ComponentLogger(name, factory), this);

    /// <summary>Not supported: there is one provider.</summary>
    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("The component logger has one provider.");

    /// <inheritdoc/>
    public void Dispose() => output.Flush();

    internal LogOptions Options => options;

    internal DateTimeOffset Now => time.GetUtcNow();

    internal void Write(ReadOnlySpan<byte> line)
    {
        lock (_gate)
        {
            output.Write(line);
            output.Flush();
        }
    }
}
