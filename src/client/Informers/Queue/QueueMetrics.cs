using Cybernetes.Base.Metrics;

namespace Cybernetes.Informers.Queue;

/// <summary>Upstream's <c>workqueue_*</c> metrics of one queue.</summary>
public sealed class QueueMetrics
{
    private static readonly double[] _buckets = Histogram.Exponential(10e-9, 10, 12);
    private readonly Value _depth;
    private readonly Value _adds;
    private readonly Value _retries;
    private readonly Histogram.Child _waited;
    private readonly Histogram.Child _worked;

    /// <summary>The metrics of the queue of that name.</summary>
    public QueueMetrics(MetricsRegistry registry, string name)
    {
        _depth = registry.Gauge("workqueue_depth", "Current depth of workqueue by workqueue and priority", Stability.Beta, "name").With(name);
        _adds = registry.Counter("workqueue_adds_total", "Total number of adds handled by workqueue", Stability.Beta, "name").With(name);
        _retries = registry.Counter("workqueue_retries_total", "Total number of retries handled by workqueue", Stability.Beta, "name").With(name);
        _waited = registry.Histogram("workqueue_queue_duration_seconds", "How long in seconds an item stays in workqueue before being requested.", Stability.Beta, _buckets, "name").With(name);
        _worked = registry.Histogram("workqueue_work_duration_seconds", "How long in seconds processing an item from workqueue takes.", Stability.Beta, _buckets, "name").With(name);
    }

    internal void Added() => _adds.Inc();

    internal void Retried() => _retries.Inc();

    internal void Depth(int depth) => _depth.Set(depth);

    internal void Taken(int depth, TimeSpan waited)
    {
        _depth.Set(depth);
        _waited.Observe(waited.TotalSeconds);
    }

    internal void Worked(TimeSpan took) => _worked.Observe(took.TotalSeconds);
}
