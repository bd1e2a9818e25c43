using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Cybernetes.Api.FlowControlV1;
using Cybernetes.ApiServer.Authorization;
using Cybernetes.ApiServer.ClusterView;
using Cybernetes.Base.Metrics;

namespace Cybernetes.ApiServer.FlowControl;

/// <summary>
/// API priority and fairness (KEP-1040): every request belongs to a flow of a FlowSchema and runs within its priority level's seats, waits in
/// one of the level's queues, or is refused. Idle seats are lent to levels that need them. Follows the cluster's objects. Thread safe.
/// </summary>
public sealed class FlowController : IDisposable
{
    private readonly Lock _gate = new();
    private readonly int _seats;
    private readonly TimeSpan _longestWait;
    private readonly TimeProvider _time;
    private readonly IDisposable[] _subscriptions;
    private readonly Dictionary<string, PriorityLevel> _levels = new(StringComparer.Ordinal);
    private ImmutableArray<FlowSchema> _schemas = [];
    private FlowMetrics? _metrics;
    private long _rejected;
    private long _dispatched;

    /// <summary>Shares <paramref name="seats"/> among the levels; a request waits at most <paramref name="longestWait"/>.</summary>
    public FlowController(IClusterView cluster, int seats, TimeSpan longestWait, TimeProvider time)
    {
        (_seats, _longestWait, _time) = (seats, longestWait, time);
        // What every cluster has even before its objects are there.
        Configure("exempt", PriorityLevelConfigurationSpec.Empty with { Type = "Exempt" });
        Configure("catch-all", PriorityLevelConfigurationSpec.Empty with
        {
            Type = "Limited",
            Limited = LimitedPriorityLevelConfiguration.Empty with { NominalConcurrencyShares = 5, LimitResponse = LimitResponse.Empty with { Type = "Reject" } },
        });
        _subscriptions =
        [
            cluster.Subscribe<PriorityLevelConfiguration>(change => Changed(change)),
            cluster.Subscribe<FlowSchema>(change => Changed(change)),
        ];
    }

    /// <summary>Waits for the request's turn. Null: refused, it shall come back in a second.</summary>
    public async ValueTask<FlowTicket?> EnterAsync(AuthorizationAttributes attributes, int seats, CancellationToken cancellationToken)
    {
        WaitingRequest waiting;
        PriorityLevel level;
        lock (_gate)
        {
            var (schemaName, schemaUid, levelName, flow) = Classify(attributes);
            level = _levels.TryGetValue(levelName, out var found) ? found : _levels["catch-all"];
            if (level.IsExempt || (level.Waiting == 0 && HasRoom(level, seats)))
            {
                return Start(level, seats, schemaName, schemaUid);
            }
            waiting = new WaitingRequest(seats, schemaName, schemaUid, flow);
            if (!level.Enqueue(waiting, FlowHash(schemaName, flow)))
            {
                _rejected++;
                level.Rejected++;
                _metrics?.Rejected(schemaName, level.Name, level.Queues.Count == 0 ? "concurrency-limit" : "queue-full");
                return null;
            }
        }
        return await WaitAsync(level, waiting, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The page <c>/debug/api_priority_and_fairness/dump_priority_levels</c>.</summary>
    public string DumpPriorityLevels()
    {
        var text = new StringBuilder("PriorityLevelName, ActiveQueues, IsIdle, IsQuiescing, WaitingRequests, ExecutingRequests, DispatchedRequests, RejectedRequests, TimedoutRequests, CancelledRequests\n");
        lock (_gate)
        {
            foreach (var level in _levels.Values.OrderBy(l => l.Name, StringComparer.Ordinal))
            {
                var idle = level.Running == 0 && level.Waiting == 0 ? "true" : "false";
                text.Append(level.IsExempt
                    ? $"{level.Name}, <none>, <none>, <none>, <none>, {level.Running}, {level.Dispatched}, 0, 0, 0\n"
                    : $"{level.Name}, {level.Queues.Count(q => q.Requests.Count > 0)}, {idle}, false, {level.Waiting}, {level.Running}, {level.Dispatched}, {level.Rejected}, {level.TimedOut}, 0\n");
            }
        }
        return text.ToString();
    }

    /// <summary>The page <c>/debug/api_priority_and_fairness/dump_queues</c>.</summary>
    public string DumpQueues()
    {
        var text = new StringBuilder("PriorityLevelName, Index, PendingRequests, ExecutingRequests, SeatsInUse, NextDispatchR, InitialSeatsSum, MaxSeatsSum, TotalWorkSum\n");
        lock (_gate)
        {
            foreach (var level in _levels.Values.OrderBy(l => l.Name, StringComparer.Ordinal))
            {
                for (var i = 0; i < level.Queues.Count; i++)
                {
                    text.Append($"{level.Name}, {i}, {level.Queues[i].Requests.Count}, 0, 0, {level.Queues[i].Served:F8}ss, 0, 0, 0.00000000ss\n");
                }
            }
        }
        return text.ToString();
    }

    /// <summary>The page <c>/debug/api_priority_and_fairness/dump_requests</c>.</summary>
    public string DumpRequests()
    {
        var text = new StringBuilder("PriorityLevelName, FlowSchemaName, QueueIndex, RequestIndexInQueue, FlowDistingsher, ArriveTime, InitialSeats, FinalSeats, AdditionalLatency, StartTime\n");
        lock (_gate)
        {
            foreach (var level in _levels.Values.OrderBy(l => l.Name, StringComparer.Ordinal))
            {
                for (var i = 0; i < level.Queues.Count; i++)
                {
                    var place = 0;
                    foreach (var request in level.Queues[i].Requests)
                    {
                        text.Append($"{level.Name}, {request.FlowSchema}, {i}, {place++}, {request.Flow}, , {request.Seats}, 0, 0s, \n");
                    }
                }
            }
        }
        return text.ToString();
    }

    /// <summary>Requests let in and refused so far.</summary>
    public (long Dispatched, long Rejected) Totals
    {
        get
        {
            lock (_gate)
            {
                return (_dispatched, _rejected);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }
    }

    /// <summary>Tells metrics from now on.</summary>
    public void Report(MetricsRegistry registry) => _metrics = new FlowMetrics(registry, CollectSeats);

    internal long Began(FlowTicket ticket)
    {
        _metrics?.Began(ticket.FlowSchema, ticket.Level, ticket.Seats);
        return _time.GetTimestamp();
    }

    internal void Release(PriorityLevel level, FlowTicket ticket, long began)
    {
        _metrics?.Ended(ticket.FlowSchema, ticket.Level, ticket.Seats, _time.GetElapsedTime(began));
        lock (_gate)
        {
            level.Running--;
            level.SeatsInUse -= ticket.Seats;
            DispatchAll();
        }
    }

    private void CollectSeats(FlowMetrics metrics)
    {
        lock (_gate)
        {
            foreach (var level in _levels.Values)
            {
                metrics.Seats(level.Name, level.Nominal);
            }
        }
    }

    private async ValueTask<FlowTicket?> WaitAsync(PriorityLevel level, WaitingRequest waiting, CancellationToken cancellationToken)
    {
        _metrics?.Enqueued(waiting.FlowSchema, level.Name);
        var began = _time.GetTimestamp();
        try
        {
            await waiting.Turn.Task.WaitAsync(_longestWait, _time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            lock (_gate)
            {
                // It may have been let in at this very moment.
                if (!waiting.Turn.Task.IsCompleted)
                {
                    level.Remove(waiting);
                    level.TimedOut++;
                    _rejected++;
                    _metrics?.Dequeued(waiting.FlowSchema, level.Name, isExecuted: false, _time.GetElapsedTime(began));
                    _metrics?.Rejected(waiting.FlowSchema, level.Name, e is OperationCanceledException ? "cancelled" : "time-out");
                    if (e is OperationCanceledException)
                    {
                        throw;
                    }
                    return null;
                }
            }
        }
        _metrics?.Dequeued(waiting.FlowSchema, level.Name, isExecuted: true, _time.GetElapsedTime(began));
        return new FlowTicket(this, level, waiting.Seats, waiting.FlowSchema, waiting.FlowSchemaUid);
    }

    private FlowTicket Start(PriorityLevel level, int seats, string schema, string schemaUid)
    {
        Occupy(level, seats);
        return new FlowTicket(this, level, seats, schema, schemaUid);
    }

    private void Occupy(PriorityLevel level, int seats)
    {
        level.Running++;
        level.Dispatched++;
        level.SeatsInUse += seats;
        _dispatched++;
    }

    // A level may always use its own seats, and others' as long as each keeps what it does not lend. A wide request fits an empty level.
    private bool HasRoom(PriorityLevel level, int seats)
    {
        if (level.SeatsInUse + seats <= level.Nominal || level.SeatsInUse == 0)
        {
            return true;
        }
        var total = 0;
        var kept = 0;
        foreach (var other in _levels.Values)
        {
            if (other.IsExempt)
            {
                continue;
            }
            total += other.SeatsInUse;
            if (!ReferenceEquals(other, level))
            {
                kept += Math.Max(0, other.Nominal - other.Lendable - other.SeatsInUse);
            }
        }
        return total + kept + seats <= _seats;
    }

    private void DispatchAll()
    {
        foreach (var level in _levels.Values)
        {
            while (level.Next() is { } next && HasRoom(level, next.Request.Seats))
            {
                level.Take(next.Queue, next.Request);
                if (next.Request.Turn.TrySetResult(true))
                {
                    Occupy(level, next.Request.Seats);
                }
            }
        }
    }

    private static ulong FlowHash(string schema, string flow) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{schema.Length},{schema},{flow}")));

    private (string Schema, string SchemaUid, string Level, string Flow) Classify(AuthorizationAttributes attributes)
    {
        foreach (var schema in _schemas)
        {
            if (FlowMatch.Matches(schema, attributes))
            {
                return (schema.Metadata.Name, schema.Metadata.Uid, schema.Spec.PriorityLevelConfiguration.Name, FlowMatch.Distinguisher(schema, attributes));
            }
        }
        return attributes.User.InGroup(Authentication.UserInfo.MastersGroup) ? ("exempt", "", "exempt", "") : ("catch-all", "", "catch-all", attributes.User.Name);
    }

    private void Changed(ClusterChange<PriorityLevelConfiguration> change)
    {
        lock (_gate)
        {
            if (change.New is { } level)
            {
                Configure(level.Metadata.Name, level.Spec, level.Metadata.Uid);
            }
            else if (change.Old is { } gone && gone.Metadata.Name is not ("exempt" or "catch-all") && _levels.TryGetValue(gone.Metadata.Name, out var old) && old.Running + old.Waiting == 0)
            {
                _levels.Remove(gone.Metadata.Name);
                Share();
            }
        }
    }

    private void Changed(ClusterChange<FlowSchema> change)
    {
        lock (_gate)
        {
            var name = (change.New ?? change.Old)!.Metadata.Name;
            IEnumerable<FlowSchema> schemas = _schemas.Where(s => s.Metadata.Name != name);
            _schemas = [.. (change.New is { } added ? schemas.Append(added) : schemas)
                .OrderBy(s => s.Spec.MatchingPrecedence).ThenBy(s => s.Metadata.Name, StringComparer.Ordinal)];
        }
    }

    private void Configure(string name, PriorityLevelConfigurationSpec spec, string uid = "")
    {
        if (!_levels.TryGetValue(name, out var level))
        {
            _levels[name] = level = new PriorityLevel(name);
        }
        level.Uid = uid;
        level.Configure(spec);
        Share();
    }

    private void Share()
    {
        var sum = Math.Max(1, _levels.Values.Sum(l => l.Shares));
        foreach (var level in _levels.Values)
        {
            level.SetNominal((int)Math.Ceiling((double)_seats * level.Shares / sum));
        }
        DispatchAll();
    }
}
