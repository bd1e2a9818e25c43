using Cybernetes.Base.Metrics;

namespace Cybernetes.ApiServer.FlowControl;

/// <summary>What priority and fairness tells of itself, under upstream's names. Thread safe.</summary>
internal sealed class FlowMetrics
{
    private static readonly double[] _durations = [0, 0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30];

    private readonly Counter _dispatched;
    private readonly Counter _rejected;
    private readonly Histogram _waited;
    private readonly Histogram _executed;
    private readonly Gauge _inQueue;
    private readonly Gauge _executing;
    private readonly Gauge _seatsInUse;
    private readonly Gauge _nominal;
    private readonly Gauge _limit;

    public FlowMetrics(MetricsRegistry registry, Action<FlowMetrics> collect)
    {
        _dispatched = registry.Counter("apiserver_flowcontrol_dispatched_requests_total", "Requests let in.", Stability.Beta, "flow_schema", "priority_level");
        _rejected = registry.Counter("apiserver_flowcontrol_rejected_requests_total", "Requests refused, and why.", Stability.Beta, "flow_schema", "priority_level", "reason");
        _waited = registry.Histogram("apiserver_flowcontrol_request_wait_duration_seconds", "How long requests stood in queues.", Stability.Beta, _durations, "execute", "flow_schema", "priority_level");
        _executed = registry.Histogram("apiserver_flowcontrol_request_execution_seconds", "How long requests held their seats.", Stability.Alpha, _durations, "flow_schema", "priority_level", "type");
        _inQueue = registry.Gauge("apiserver_flowcontrol_current_inqueue_requests", "Requests in queues.", Stability.Beta, "flow_schema", "priority_level");
        _executing = registry.Gauge("apiserver_flowcontrol_current_executing_requests", "Requests under way.", Stability.Beta, "flow_schema", "priority_level");
        _seatsInUse = registry.Gauge("apiserver_flowcontrol_current_executing_seats", "Seats in use.", Stability.Beta, "flow_schema", "priority_level");
        _nominal = registry.Gauge("apiserver_flowcontrol_nominal_limit_seats", "Seats that a level has of its own.", Stability.Beta, "priority_level");
        _limit = registry.Gauge("apiserver_flowcontrol_request_concurrency_limit", "Seats that a level has of its own.", Stability.Alpha, "priority_level");
        registry.OnCollect(() => collect(this));
    }

    public void Enqueued(string schema, string level) => _inQueue.With(schema, level).Inc();

    public void Dequeued(string schema, string level, bool isExecuted, TimeSpan waited)
    {
        _inQueue.With(schema, level).Dec();
        _waited.With(isExecuted ? "true" : "false", schema, level).Observe(waited.TotalSeconds);
    }

    public void Rejected(string schema, string level, string reason) => _rejected.With(schema, level, reason).Inc();

    public void Began(string schema, string level, int seats)
    {
        _dispatched.With(schema, level).Inc();
        _executing.With(schema, level).Inc();
        _seatsInUse.With(schema, level).Add(seats);
    }

    public void Ended(string schema, string level, int seats, TimeSpan took)
    {
        _executing.With(schema, level).Dec();
        _seatsInUse.With(schema, level).Add(-seats);
        _executed.With(schema, level, "regular").Observe(took.TotalSeconds);
    }

    public void Seats(string level, int nominal)
    {
        _nominal.With(level).Set(nominal);
        _limit.With(level).Set(nominal);
    }
}
