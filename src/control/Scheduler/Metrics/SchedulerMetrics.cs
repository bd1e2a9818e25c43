using System.Diagnostics;
using Cybernetes.Base.Metrics;

namespace Cybernetes.Scheduler.Metrics;

/// <summary>The scheduler's metrics under upstream's names. Thread-safe.</summary>
public sealed class SchedulerMetrics
{
    private static readonly double[] _attemptBuckets = Histogram.Exponential(0.001, 2, 15);
    private readonly Counter _attempts;
    private readonly Histogram _attemptSeconds;
    private readonly Histogram _algorithmSeconds;
    private readonly Histogram _pointSeconds;
    private readonly Histogram _podAttempts;
    private readonly Histogram _podSeconds;
    private readonly Histogram _victims;
    private readonly Counter _preemptions;
    private readonly Gauge _pending;
    private readonly Counter _incoming;
    private readonly Gauge _cache;
    private readonly Gauge _unschedulable;

    /// <summary>Declares them.</summary>
    public SchedulerMetrics(MetricsRegistry registry)
    {
        _attempts = registry.Counter("scheduler_schedule_attempts_total", "Number of attempts to schedule pods, by the result. 'unschedulable' means a pod could not be scheduled, while 'error' means an internal scheduler problem.", Stability.Stable, "result", "profile");
        _attemptSeconds = registry.Histogram("scheduler_scheduling_attempt_duration_seconds", "Scheduling attempt latency in seconds (scheduling algorithm + binding)", Stability.Stable, _attemptBuckets, "result", "profile");
        _algorithmSeconds = registry.Histogram("scheduler_scheduling_algorithm_duration_seconds", "Scheduling algorithm latency in seconds", Stability.Alpha, _attemptBuckets);
        _pointSeconds = registry.Histogram("scheduler_framework_extension_point_duration_seconds", "Latency for running all plugins of a specific extension point.", Stability.Stable, Histogram.Exponential(0.0001, 2, 12), "extension_point", "status", "profile");
        _podAttempts = registry.Histogram("scheduler_pod_scheduling_attempts", "Number of attempts to successfully schedule a pod.", Stability.Stable, Histogram.Exponential(1, 2, 5));
        _podSeconds = registry.Histogram("scheduler_pod_scheduling_sli_duration_seconds", "E2e latency for a pod being scheduled, from the time the pod enters the scheduling queue and might involve multiple scheduling attempts.", Stability.Beta, Histogram.Exponential(0.01, 2, 20), "attempts");
        _victims = registry.Histogram("scheduler_preemption_victims", "Number of selected preemption victims", Stability.Stable, Histogram.Exponential(1, 2, 7));
        _preemptions = registry.Counter("scheduler_preemption_attempts_total", "Total preemption attempts in the cluster till now", Stability.Stable);
        _pending = registry.Gauge("scheduler_pending_pods", "Number of pending pods, by the queue type. 'active' means number of pods in activeQ; 'backoff' means number of pods in backoffQ; 'unschedulable' means number of pods in unschedulablePods that the scheduler attempted to schedule and failed; 'gated' is the number of unschedulable pods that the scheduler never attempted to schedule because they are gated.", Stability.Stable, "queue");
        _incoming = registry.Counter("scheduler_queue_incoming_pods_total", "Number of pods added to scheduling queues by event and queue type.", Stability.Stable, "queue", "event");
        _cache = registry.Gauge("scheduler_cache_size", "Number of nodes, pods, and assumed (bound) pods in the scheduler cache.", Stability.Alpha, "type");
        _unschedulable = registry.Gauge("scheduler_unschedulable_pods", "The number of unschedulable pods broken down by plugin name. A pod will increment the gauge for all plugins that caused it to not schedule and so this metric have meaning only when broken down by plugin.", Stability.Alpha, "plugin", "profile");
        foreach (var queue in (string[])["active", "backoff", "gated", "unschedulable"])
        {
            _pending.With(queue).Set(0);
        }
    }

    /// <summary>An attempt ended: <c>scheduled</c>, <c>unschedulable</c> or <c>error</c>.</summary>
    public void Attempt(string result, string profile, TimeSpan took)
    {
        _attempts.With(result, profile).Inc();
        _attemptSeconds.With(result, profile).Observe(took.TotalSeconds);
    }

    /// <summary>A decision was made.</summary>
    public void Algorithm(TimeSpan took) => _algorithmSeconds.Observe(took.TotalSeconds);

    /// <summary>All plugins of an extension point ran.</summary>
    public void Point(string point, string profile, long started, bool success) =>
        _pointSeconds.With(point, success ? "Success" : "Unschedulable", profile).Observe(Stopwatch.GetElapsedTime(started).TotalSeconds);

    /// <summary>A pod was bound.</summary>
    public void Scheduled(int attempts, TimeSpan sinceAdded)
    {
        _podAttempts.Observe(attempts);
        _podSeconds.With(attempts >= 15 ? "15+" : attempts.ToString(System.Globalization.CultureInfo.InvariantCulture)).Observe(sinceAdded.TotalSeconds);
    }

    /// <summary>Room is made for a pod.</summary>
    public void Preempted(int victims)
    {
        _preemptions.Inc();
        _victims.Observe(victims);
    }

    /// <summary>A pod entered a queue.</summary>
    public void Entered(string queue, string why) => _incoming.With(queue, why).Inc();

    /// <summary>A pod came to be, or is no longer, refused by plugins.</summary>
    public void Refused(IEnumerable<string> plugins, string profile, int by)
    {
        foreach (var plugin in plugins)
        {
            _unschedulable.With(plugin, profile).Add(by);
        }
    }

    /// <summary>How much there is.</summary>
    public void Sizes((int Active, int BackOff, int Unschedulable, int Gated) queues, int nodes, int pods)
    {
        _pending.With("active").Set(queues.Active);
        _pending.With("backoff").Set(queues.BackOff);
        _pending.With("unschedulable").Set(queues.Unschedulable);
        _pending.With("gated").Set(queues.Gated);
        _cache.With("nodes").Set(nodes);
        _cache.With("pods").Set(pods);
    }
}
