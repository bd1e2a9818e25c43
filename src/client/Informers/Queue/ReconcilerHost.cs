using Cybernetes.Api.Machinery;
using Cybernetes.Base.Metrics;
using Cybernetes.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cybernetes.Informers.Queue;

/// <summary>
/// Runs a level-triggered reconciler: takes keys from its queue, has each brought to its wanted state, and has a failed one tried again with
/// back-off. A key is never worked on by two at a time.
/// </summary>
public sealed class ReconcilerHost<TKey> : IDisposable
    where TKey : notnull
{
    private readonly Func<TKey, CancellationToken, ValueTask<TimeSpan?>> _reconcile;
    private readonly ReconcilerOptions _options;
    private readonly QueueMetrics? _metrics;
    private readonly ILogger _logger;

    /// <summary>A host for a function that brings a key's object to its wanted state and returns when to look again (null: on change only).</summary>
    public ReconcilerHost(string name, Func<TKey, CancellationToken, ValueTask<TimeSpan?>> reconcile, ReconcilerOptions? options = null)
    {
        Name = name;
        _reconcile = reconcile;
        _options = options ?? new ReconcilerOptions();
        _metrics = _options.Metrics is null ? null : new QueueMetrics(_options.Metrics, name);
        _logger = (_options.Loggers ?? NullLoggerFactory.Instance).CreateLogger(name);
        Queue = new WorkQueue<TKey>(_options.Time, _metrics) { BaseDelay = _options.BaseDelay, MaxDelay = _options.MaxDelay };
    }

    /// <summary>A host for a function that need not be called again until a change.</summary>
    public ReconcilerHost(string name, Func<TKey, CancellationToken, ValueTask> reconcile, ReconcilerOptions? options = null)
        : this(name, async (key, token) => { await reconcile(key, token).ConfigureAwait(false); return null; }, options)
    {
    }

    /// <summary>The queue's name in logs and metrics.</summary>
    public string Name { get; }

    /// <summary>The keys.</summary>
    public WorkQueue<TKey> Queue { get; }

    /// <summary>Works until cancelled; returns when every worker has ended.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, _options.Workers).Select(_ => Task.Run(() => WorkAsync(cancellationToken), CancellationToken.None)));

    /// <inheritdoc/>
    public void Dispose() => Queue.Dispose();

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            TKey key;
            try
            {
                key = await Queue.TakeAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            var start = _options.Time.GetTimestamp();
            try
            {
                var again = await _reconcile(key, cancellationToken).ConfigureAwait(false);
                Queue.Forget(key);
                if (again is { } delay)
                {
                    Queue.AddAfter(key, delay);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Any failure, a bug too, must stop neither this key for ever nor the other keys.
                if (e is ApiException { Status.Reason: "Conflict" })
                {
                    ReconcilerLog.Conflict(_logger, key.ToString() ?? "", e.Message);
                }
                else if (e is ApiException or IOException or HttpRequestException or WireException)
                {
                    ReconcilerLog.Refused(_logger, key.ToString() ?? "", e.Message);
                }
                else
                {
                    ReconcilerLog.Failed(_logger, key.ToString() ?? "", e);
                }

                Queue.AddRateLimited(key);
            }
            finally
            {
                _metrics?.Worked(_options.Time.GetElapsedTime(start));
                Queue.Done(key);
            }
        }
    }
}

/// <summary>How a <see cref="ReconcilerHost{TKey}"/> works. Immutable.</summary>
public sealed record ReconcilerOptions
{
    /// <summary>How many keys are worked on at a time.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>The clock of delays.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The back-off after the first failure.</summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>The longest back-off.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(1000);

    /// <summary>Where metrics are kept; null for nowhere.</summary>
    public MetricsRegistry? Metrics { get; init; }

    /// <summary>Where logs go; null for nowhere.</summary>
    public ILoggerFactory? Loggers { get; init; }
}
