using Microsoft.Extensions.Logging;

namespace Cybernetes.Kubelet.Containerd.Tests;

/// <summary>The kubelet's log in a file, to look at after a failure when C8S_KEEP_LOGS names a directory.</summary>
internal sealed class FileLogs(string path) : ILoggerFactory, ILogger
{
    private readonly string _path = Environment.GetEnvironmentVariable("C8S_KEEP_LOGS") is { Length: > 0 } keep ? Path.Combine(keep, Path.GetFileName(path)) : path;
    private readonly Lock _lock = new();

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            lock (_lock)
            {
                File.AppendAllText(_path, $"{DateTime.UtcNow:O} {logLevel} {formatter(state, exception)} {exception}\n");
            }
        }
    }

    public void Dispose()
    {
        // Every line is written as it comes.
    }
}
