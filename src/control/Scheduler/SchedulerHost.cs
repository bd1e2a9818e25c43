using System.Diagnostics;
using System.Threading.Channels;
using Cybernetes.Api.CoreV1;
using Cybernetes.Base.Metrics;
using Cybernetes.Client;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Metrics;
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
    private static readonly TimeSpan _sizesPeriod = TimeSpan.FromSeconds(1);

    private readonly KubeClient _client;
    private readonly InformerFactory _informers;
    private readonly EventRecorder _recorder;
    private readonly IEventRecorder _events;
    private readonly SchedulerOptions _options;
    private readonly SchedulerMetrics _metrics;
    private readonly ILogger _logger;
    private readonly Channel<Action> _changes = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SchedulingQueue _queue;
    private readonly SchedulerCache _cache = new();
    private readonly NominatedPods _nominated = new();
    private readonly AssumedVolumes _volumes = new();
    private readonly InformerObjects _objects;
    private readonly Dictionary<string, SchedulingAlgorithm> _algorithms;
    private readonly SemaphoreSlim _bindings;
    private long _sizesShown;

    /// <summary>A scheduler on shared informers. Throws <see cref="Configuration.SchedulerConfigurationException"/> where its profiles cannot be.</summary>
    public SchedulerHost(InformerFactory informers, SchedulerOptions options, ILoggerFactory loggers, MetricsRegistry? metrics = null)
    {
        _client = informers.Client;
        _informers = informers;
        _options = options;
        _metrics = new SchedulerMetrics(metrics ?? new MetricsRegistry());
        _logger = loggers.CreateLogger("scheduler");
        _recorder = new EventRecorder(_client, "default-scheduler", loggers: loggers);
        _events = _recorder;
        _objects = new InformerObjects(informers, _volumes);
        _algorithms = options.Profiles(new PluginContext(_client, _objects, _volumes)).ToDictionary(profile => profile.SchedulerName, AlgorithmOf);
        _queue = new SchedulingQueue(_client.Time, options.Queue, IsGated, MayHelp, _metrics.Entered);
        _bindings = new SemaphoreSlim(options.MaxBindings);
    }

    /// <summary>Schedules until cancelled. The factory's own loop must be running. <paramref name="started"/> is called once the caches are filled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken, Action? started = null)
    {
        var events = _recorder.RunAsync(cancellationToken);
        using var nodes = WatchNodes();
        using var pods = WatchPods();
        using var rest = WatchStorageAndNamespaces();
        await _informers.WaitForSyncAsync(cancellationToken).ConfigureAwait(false);
        started?.Invoke();
        while (!cancellationToken.IsCancellationRequested)
        {
            while (_changes.Reader.TryRead(out var change))
            {
                change();
            }

            ShowSizes();
            if (_queue.Pop() is { } queued)
            {
                await TryAsync(queued, cancellationToken).ConfigureAwait(false);
                continue;
            }

            await WaitForChangeAsync(cancellationToken).ConfigureAwait(false);
        }

        await events.ConfigureAwait(false);
    }

    private SchedulingAlgorithm AlgorithmOf(Profile profile) => new(
        profile,
        ties => ties[_options.Random.Next(ties.Count)],
        new NodeSampling(profile.PercentageOfNodesToScore ?? _options.PercentageOfNodesToScore),
        _options.Extenders,
        (point, began, success) => _metrics.Point(point, profile.SchedulerName, began, success));

    private Profile ProfileOf(PodInfo pod) => _algorithms[pod.Pod.Spec.SchedulerName].Profile;

    private bool IsGated(PodInfo pod) => ProfileOf(pod).PreEnqueues.Any(plugin => !plugin.PreEnqueue(pod.Pod).IsSuccess);

    // A pod that failed for no plugin's reason is tried again after any change.
    private bool MayHelp(QueuedPod queued, ClusterChange change)
    {
        var hints = ProfileOf(queued.Pod).Hints;
        return queued.RefusedBy.Count == 0 || queued.RefusedBy.Any(plugin => !hints.TryGetValue(plugin, out var hint) || hint.MayHelp(queued.Pod, change));
    }

    private void ShowSizes()
    {
        if (Stopwatch.GetElapsedTime(_sizesShown) >= _sizesPeriod)
        {
            _sizesShown = Stopwatch.GetTimestamp();
            _metrics.Sizes(_queue.Counts(), _cache.Nodes.Count, _cache.PodCount);
        }
    }

    private async Task WaitForChangeAsync(CancellationToken cancellationToken)
    {
        _sizesShown = 0;
        ShowSizes();
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

    private async ValueTask TryAsync(QueuedPod queued, CancellationToken cancellationToken)
    {
        var pod = queued.Pod;
        var profile = pod.Pod.Spec.SchedulerName;
        var began = Stopwatch.GetTimestamp();
        SchedulingDecision decision;
        try
        {
            decision = await _algorithms[profile].ScheduleAsync(pod, new ClusterView(_cache.Nodes, _objects, _cache.Find), _nominated, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One pod that cannot be decided on must not stop the others.
            SchedulerLog.CycleFailed(_logger, Name(pod), e);
            decision = SchedulingDecision.Failed(e.Message);
        }

        var took = Stopwatch.GetElapsedTime(began);
        _metrics.Algorithm(took);
        if (decision.Node is { } node)
        {
            Place(queued, node, decision, began, cancellationToken);
            return;
        }

        _metrics.Attempt(decision.IsError ? "error" : "unschedulable", profile, took);
        if (decision.Preemption is { } plan)
        {
            _metrics.Preempted(plan.Victims.Count);
            _nominated.Set(pod, plan.Node);
        }

        _queue.PutBack(queued, decision.RefusedBy, helped: decision.IsError);
        _ = ReportAsync(pod, decision, decision.IsError ? "SchedulerError" : "Unschedulable", cancellationToken);
    }

    private void Place(QueuedPod queued, string node, SchedulingDecision decision, long began, CancellationToken cancellationToken)
    {
        var pod = queued.Pod;
        var profile = ProfileOf(pod);
        var reserved = profile.Reserve(decision.State!, pod, node);
        if (!reserved.IsSuccess)
        {
            _queue.PutBack(queued, new HashSet<string> { reserved.Plugin });
            _ = ReportAsync(pod, SchedulingDecision.Refused(reserved.Message, [reserved.Plugin]), "SchedulerError", cancellationToken);
            return;
        }

        _cache.SetPod(pod, node);
        _nominated.Remove(pod.Uid);
        _ = BindAsync(queued, profile, node, decision, began, cancellationToken);
    }

    private static string Name(PodInfo pod) => $"{pod.Namespace}/{pod.Pod.Metadata.Name}";
}
