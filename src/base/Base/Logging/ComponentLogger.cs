using System.Buffers;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Base.Logging;

internal sealed class ComponentLogger(string category, ComponentLoggerFactory factory) : ILogger
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    // ASP.NET Core's own chatter is one level quieter than ours.
    private readonly LogLevel _minimum = category.StartsWith("Microsoft.", StringComparison.Ordinal) && factory.Options.Verbosity < 6
        ? LogLevel.Warning
        : factory.Options.MinimumLevel;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= _minimum && logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }
        var entry = new LogEntry(factory.Now, logLevel, category, formatter(state, exception), exception,
            state as IReadOnlyList<KeyValuePair<string, object?>> ?? []);
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(512);
        buffer.ResetWrittenCount();
        if (factory.Options.Format == LogFormat.Json)
        {
            JsonLine.Write(buffer, entry);
        }
        else
        {
            KlogLine.Write(buffer, entry);
        }
        factory.Write(buffer.WrittenSpan);
    }
}
