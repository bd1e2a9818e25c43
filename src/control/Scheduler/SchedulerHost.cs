using System.Threading.Channels;
using Cybernetes.Api.CoreV1;
using Cybernetes.Client;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Queue;
using Cybernetes.Scheduler.Snapshot;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Scheduler;

/// <summary>
/// The scheduler: one loop owns the queue and the cache, takes in changes, and decides pod by pod; bindings run beside it and never block the next
/// decision. Crash-only: all it knows comes from informers.
/// </summary>
public sealed partial class SchedulerHost
{
    private readonly KubeClient _client;
    private readonly InformerFactory _informers;
    private readonly EventRecorder _recorder;
    private readonly IEventRecorder _events;
    private readonly SchedulerOptions _options;
    private readonly ILogger _logger;
    private readonly Channel<Action> _changes = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SchedulingQueue _queue;
    private readonly SchedulerCache _cache = new();
    private readonly NominatedPods _nominated = new();
    private readonly InformerObjects _objects;
    private readonly Dictionary<string, SchedulingAlgorithm> _algorithms;
    private readonly SemaphoreSlim _bindings;

    /// <summary>A scheduler on shared informers.</summary>
    public SchedulerHost(InformerFactory informers, SchedulerOptions options, ILoggerFactory loggers)
    {
        _client = informers.Client;
        _informers = informers;
        _options = options;
        _logger = loggers.CreateLogger("scheduler");
        _recorder = new EventRecorder(_client, "default-scheduler", loggers: loggers);
        _events = _recorder;
        _queue = new SchedulingQueue(_client.Time);
        _objects = new InformerObjects(informers);
        _algorithms = options.Profiles.ToDictionary(profile => profile.SchedulerName, profile => new SchedulingAlgorithm(profile, ties => ties[options.Random.Next(ties.Count)]));
        _bindings = new SemaphoreSlim(options.MaxBindings);
    }

    /// <summary>Schedules until cancelled. The factory's own loop must be running.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var events = _recorder.RunAsync(cancellationToken);
        using var nodes = WatchNodes();
        using var pods = WatchPods();
        using var rest = WatchStorageAndNamespaces();
        await _informers.WaitForSyncAsync(cancellationToken).ConfigureAwait(false);
        while (!cancellationToken.IsCancellationRequested)
        {
            while (_changes.Reader.TryRead(out var change))
            {
                change();
            }

            if (_queue.Pop() is { } queued)
            {
                Try(queued, cancellationToken);
                continue;
            }

            await WaitForChangeAsync(cancellationToken).ConfigureAwait(false);
        }

        await events.ConfigureAwait(false);
    }

    private async Task WaitForChangeAsync(CancellationToken cancellationToken)
    {
        var change = _changes.Reader.WaitToReadAsync(cancellationToken).AsTask();
        if (_queue.NextDue() is not { } due)
        {
            await change.ConfigureAwait(false);
            return;
        }

        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(change, Task.Delay(due, _client.Time, timer.Token)).ConfigureAwait(false);
        await timer.CancelAsync().ConfigureAwait(false);
    }

    private void Try(QueuedPod queued, CancellationToken cancellationToken)
    {
        var pod = queued.Pod;
        SchedulingDecision decision;
        try
        {
            decision = _algorithms[pod.Pod.Spec.SchedulerName].Schedule(pod, new ClusterView(_cache.Nodes, _objects), _nominated);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One pod that cannot be decided on must not stop the others.
            SchedulerLog.CycleFailed(_logger, Name(pod), e);
            _queue.PutBack(queued, new HashSet<string>(), ClusterEvent.None);
            return;
        }

        if (decision.Node is { } node)
        {
            _cache.SetPod(pod, node);
            _nominated.Remove(pod.Uid);
            _ = BindAsync(queued, node, decision, cancellationToken);
            return;
        }

        if (decision.Preemption is { } plan)
        {
            _nominated.Set(pod, plan.Node);
        }

        _queue.PutBack(queued, decision.RefusedBy, ClusterEvent.None);
        _ = ReportAsync(pod, decision, cancellationToken);
    }

    private static string Name(PodInfo pod) => $"{pod.Namespace}/{pod.Pod.Metadata.Name}";
}
