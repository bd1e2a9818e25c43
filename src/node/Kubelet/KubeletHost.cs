using Cybernetes.Api.Rules.Scheduling;
using Cybernetes.Cri;
using Cybernetes.Cri.Grpc;
using Cybernetes.Kubelet.Containers;
using Cybernetes.Kubelet.ControlPlane;
using Cybernetes.Kubelet.Dns;
using Cybernetes.Kubelet.Envs;
using Cybernetes.Kubelet.Events;
using Cybernetes.Kubelet.Images;
using Cybernetes.Kubelet.Machine;
using Cybernetes.Kubelet.Maintenance;
using Cybernetes.Kubelet.Metrics;
using Cybernetes.Kubelet.Pods;
using Cybernetes.Kubelet.Probing;
using Cybernetes.Kubelet.Resources;
using Cybernetes.Kubelet.Serving;
using Cybernetes.Kubelet.Stats;
using Cybernetes.Kubelet.Statuses;
using Cybernetes.Kubelet.Volumes;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Kubelet;

/// <summary>A whole kubelet. One instance runs once; containers outlive it.</summary>
public sealed class KubeletHost
{
    private readonly KubeletOptions _options;
    private readonly IControlPlane _api;
    private readonly IRuntimeService _runtime;
    private readonly IImageService _images;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _logs;
    private readonly ILogger _log;
    private readonly KubeletMetrics _metrics;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A kubelet that works on the given runtime for the given API server.</summary>
    public KubeletHost(KubeletOptions options, IControlPlane api, IRuntimeService runtime, IImageService images, TimeProvider time, ILoggerFactory logs)
        : this(options, api, runtime, images, new(options.NodeName), time, logs)
    {
    }

    private KubeletHost(KubeletOptions options, IControlPlane api, IRuntimeService runtime, IImageService images, KubeletMetrics metrics, TimeProvider time, ILoggerFactory logs)
    {
        _metrics = metrics;
        (_options, _api, _runtime, _images, _time, _logs) = (options, api, runtime, images, time, logs);
        _log = logs.CreateLogger("kubelet");
    }

    /// <summary>Completes when the kubelet serves its API; faults when it cannot start.</summary>
    public Task Started => _started.Task;

    /// <summary>The port of its API, once started.</summary>
    public int Port { get; private set; }

    /// <summary>Runs a kubelet on a CRI socket until cancelled.</summary>
    public static async Task RunAsync(KubeletOptions options, IControlPlane api, TimeProvider time, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        var metrics = new KubeletMetrics(options.NodeName);
        using var channel = new CriChannel(options.ContainerRuntimeEndpoint, options.RuntimeRequestTimeout, metrics.Operation);
        await new KubeletHost(options, api, channel.Runtime, channel.Images, metrics, time, logs).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs until cancelled. Throws when the kubelet cannot start at all.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunPartsAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!_started.Task.IsCompleted)
        {
            _started.TrySetException(e);
            throw;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    private async Task RunPartsAsync(CancellationToken cancellationToken)
    {
        var options = await WithRuntimeCgroupDriverAsync(cancellationToken).ConfigureAwait(false);
        Directory.CreateDirectory(options.RootDirectory);
        Directory.CreateDirectory(options.PodLogsDirectory);
        var events = new EventRecorder(_api, options.NodeName, _time, _log);
        var port = options.Port;
        var node = new NodeManager(options, _api, _runtime, _images, events, MachineInfo.Read(), () => port, _time, _log);
        var mirrors = new MirrorPods(_api, () => node.Node);
        var statuses = new StatusManager(_api, mirrors, _metrics, _time, _log);
        var objects = new ObjectCache(_api, _time);
        var tokens = new TokenStore(_api, _time);
        var subPaths = new SubPaths(options.RootDirectory);
        var volumes = new VolumeManager(options, objects, new Payloads(objects, tokens), tokens, subPaths, events, _time);
        var probes = new ProbeManager(new Prober(_runtime), events, _metrics, _time) { HostIp = () => node.Facts.HostIps[0] };
        var pending = new PendingReasons();
        var allocations = new AllocationManager(Path.Combine(options.RootDirectory, "allocated_pods_state"), _log);
        allocations.Load();
        var hooks = new HookRunner(_runtime, _time);
        var killer = new ContainerKiller(_runtime, hooks, events, _time);
        var puller = new ImagePuller(_images, events, _metrics, options.SerializeImagePulls ? 1 : options.MaxParallelImagePulls == 0 ? 1000 : options.MaxParallelImagePulls, _time);
        var configs = new ContainerConfigBuilder(options, new EnvBuilder(objects), subPaths);
        var starter = new ContainerStarter(options, _runtime, _images, puller, configs, hooks, killer, objects, new ImageVolumes(options, _runtime), allocations, pending, events, _metrics, _time);
        var cgroupNames = new PodCgroups(options);
        var syncer = new PodSyncer(_runtime, new SandboxConfigBuilder(options, new PodDns(options), cgroupNames), starter, killer, objects, allocations, options, events, _metrics, _log);
        var reader = new RuntimeReader(_runtime);
        Func<IReadOnlyList<Api.CoreV1.Pod>> active = () => [];
        var lifecycle = new PodLifecycle(
            options, _runtime, reader, syncer, killer, volumes, probes, statuses, pending, mirrors, new CgroupManager(options, cgroupNames, PodCgroups.MountRoot, _log),
            allocations, () => active(), events, () => node.Facts, () => node.NetworkProblem, _metrics, _time, _log);
        var workers = new PodWorkers(options, lifecycle, mirrors, statuses, events, () => node.Node, lifecycle.Known, allocations.Given, _time, _log, cancellationToken);
        active = () => workers.Active;
        probes.Changed = workers.Poke;
        var relister = new Relister(_runtime, options.RelistPeriod, (uid, states) => PokeIfNews(workers, lifecycle, uid, states), _metrics, _time, _log);
        _metrics.Page.OnCollect(() => CountPods(workers));
        var stats = new StatsCollector(options, cgroupNames, _runtime, _images, _time);
        var api = new KubeletApi(options, _runtime, reader, () => workers, stats, _metrics, new CadvisorPage(_runtime, cgroupNames, _time), () => Unhealthy(relister), _time);
        var imageGc = new ImageGc(options, _runtime, _images, () => active(), events, _time);
        var eviction = new EvictionManager(options, _runtime, imageGc, workers, events, _metrics, _time);
        node.Pressures = () => eviction.Pressures;
        await using var server = new KubeletServer(options, new KubeletAuth(options, _api, _time), api, _time, _logs);
        await server.StartAsync(cancellationToken).ConfigureAwait(false);
        Port = port = server.Port;
        await node.CheckRuntimeAsync(cancellationToken).ConfigureAwait(false);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        List<Task> parts =
        [
            events.RunAsync(stop.Token),
            statuses.RunAsync(stop.Token),
            node.RunAsync(stop.Token),
            node.RunLeaseAsync(stop.Token),
            relister.RunAsync(stop.Token),
            Chore("Collecting containers", TimeSpan.FromMinutes(1), new ContainerGc(_runtime).CollectAsync),
            Chore("Collecting images", TimeSpan.FromMinutes(5), imageGc.CollectAsync),
            Chore("Rotating logs", TimeSpan.FromSeconds(10), new LogRotator(options, _runtime, _time, _log).RotateAsync),
            Chore("Eviction", TimeSpan.FromSeconds(10), eviction.CheckAsync),
            FollowPodsAsync(options, workers, node, relister, stop.Token),
        ];
        if (options.StaticPodPath.Length > 0)
        {
            var files = new StaticPodSource(options.StaticPodPath, options.NodeName, options.FileCheckFrequency, _time, _log);
            parts.Add(files.RunAsync(update => workers.Apply("file", update), stop.Token));
        }

        using var fetcher = new HttpMessageInvoker(new SocketsHttpHandler());
        if (options.StaticPodUrl.Length > 0)
        {
            parts.Add(new ManifestUrl(options, fetcher, _time, _log).RunAsync(update => workers.Apply("http", update), stop.Token));
        }

        Task Chore(string name, TimeSpan period, Func<CancellationToken, Task> chore) => Housekeeping.RunAsync(name, period, chore, _time, _log, stop.Token);

        _started.TrySetResult();
        try
        {
            // No part ends by itself: the first to do so brings its error.
            await (await Task.WhenAny(parts).ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(parts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await workers.StopAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Follows the API server's pods. Once they are known, what runs here without being among them is ended.</summary>
    private async Task FollowPodsAsync(KubeletOptions options, PodWorkers workers, NodeManager node, Relister relister, CancellationToken cancellationToken)
    {
        await foreach (var update in _api.WatchPodsAsync(options.NodeName, cancellationToken).ConfigureAwait(false))
        {
            if (update is PodUpdate.Upsert { Pod: var pod } && node.Node is { } known && !NodeSelectors.Accepts(pod.Spec, known))
            {
                // The scheduler may have seen labels that are newer than the node as it is known here.
                await node.ReadAsync(cancellationToken).ConfigureAwait(false);
            }

            workers.Apply("api", update);
            if (update is PodUpdate.Snapshot)
            {
                // Static pods are read within the same second; give them the time.
                await Task.Delay(options.StaticPodPath.Length > 0 ? TimeSpan.FromSeconds(2) : TimeSpan.Zero, _time, cancellationToken).ConfigureAwait(false);
                foreach (var orphan in await relister.PodsAsync(cancellationToken).ConfigureAwait(false))
                {
                    if (!workers.Knows(orphan.Uid))
                    {
                        workers.EndOrphan(orphan);
                    }
                }
            }
        }
    }

    private static void PokeIfNews(PodWorkers workers, PodLifecycle lifecycle, string uid, IReadOnlyDictionary<string, string> states)
    {
        if (lifecycle.IsNews(uid, states))
        {
            workers.Poke(uid);
        }
    }

    private void CountPods(PodWorkers workers)
    {
        foreach (var isStatic in (bool[])[false, true])
        {
            var label = isStatic ? "true" : "";
            _metrics.ActivePods.With(label).Set(workers.Active.Count(p => p.IsStatic == isStatic));
            _metrics.DesiredPods.With(label).Set(workers.Pods.Count(p => p.IsStatic == isStatic));
        }
    }

    private string? Unhealthy(Relister relister)
    {
        var silence = _time.GetUtcNow() - relister.LastSuccess;
        return silence > TimeSpan.FromMinutes(3) ? $"PLEG is not healthy: pleg was last seen active {Base.GoDuration.Format(silence)} ago; threshold is 3m0s" : null;
    }

    private async Task<KubeletOptions> WithRuntimeCgroupDriverAsync(CancellationToken cancellationToken)
    {
        try
        {
            var config = await _runtime.RuntimeConfigAsync(cancellationToken).ConfigureAwait(false);
            return config.Linux is { } linux ? _options with { CgroupDriver = linux.CgroupDriver == Cri.V1.CgroupDriver.Systemd ? "systemd" : "cgroupfs" } : _options;
        }
        catch (CriException)
        {
            return _options; // an older runtime, or one that is not up yet
        }
    }
}
