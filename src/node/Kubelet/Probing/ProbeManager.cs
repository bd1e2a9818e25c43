using System.Collections.Concurrent;
using Cybernetes.Api.CoreV1;
using Cybernetes.Kubelet.Containers;
using Cybernetes.Kubelet.Events;
using Cybernetes.Kubelet.Metrics;
using Cybernetes.Kubelet.Pods;

namespace Cybernetes.Kubelet.Probing;

/// <summary>Runs the probes of all pods and keeps their verdicts. Thread-safe.</summary>
internal sealed class ProbeManager(Prober prober, IEventSink events, KubeletMetrics metrics, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Uid, string Container, ProbeKind Kind), ProbeWorker> _workers = new();
    private readonly ConcurrentDictionary<(ProbeKind Kind, string ContainerId), bool> _verdicts = new();
    private readonly ConcurrentDictionary<string, PodRuntime> _runtimes = new();
    private readonly ConcurrentDictionary<string, byte> _terminating = new();

    /// <summary>Called with a pod's uid when a verdict about it has changed.</summary>
    public Action<string> Changed { get; set; } = _ => { };

    /// <summary>The node's main address, that of pods on its network.</summary>
    public Func<string> HostIp { get; set; } = () => "127.0.0.1";

    /// <summary>Starts the probes of a pod's containers that do not run yet.</summary>
    public void Add(Pod pod)
    {
        foreach (var container in pod.Spec.InitContainers.Where(c => c.IsSidecar).Concat(pod.Spec.Containers))
        {
            Start(pod, container, ProbeKind.Startup, container.StartupProbe);
            Start(pod, container, ProbeKind.Readiness, container.ReadinessProbe);
            Start(pod, container, ProbeKind.Liveness, container.LivenessProbe);
        }
    }

    /// <summary>Tells what the runtime now reports of a pod.</summary>
    public void Update(PodRuntime runtime)
    {
        var before = _runtimes.GetValueOrDefault(runtime.Uid);
        _runtimes[runtime.Uid] = runtime;
        if (before is null || runtime.Containers.Any(c => before.Find(c.Name)?.Id != c.Id || before.Find(c.Name)?.State != c.State))
        {
            Poke(runtime.Uid);
        }
    }

    /// <summary>The pod is ending: its containers are no longer to be restarted.</summary>
    public void StopLivenessAndStartup(string uid)
    {
        _terminating[uid] = 0;
        foreach (var (key, worker) in _workers.Where(w => w.Key.Uid == uid && w.Key.Kind != ProbeKind.Readiness))
        {
            worker.Stop();
            _workers.TryRemove(key, out _);
        }
    }

    /// <summary>The pod has ended.</summary>
    public void Remove(string uid)
    {
        foreach (var (key, worker) in _workers.Where(w => w.Key.Uid == uid))
        {
            worker.Stop();
            _workers.TryRemove(key, out _);
        }

        _runtimes.TryRemove(uid, out _);
        _terminating.TryRemove(uid, out _);
    }

    /// <summary>What liveness and startup say of a container; null where nothing is known or asked.</summary>
    public ProbeVerdicts Verdicts(ContainerRecord record) => new(Get(ProbeKind.Liveness, record.Id), Get(ProbeKind.Startup, record.Id));

    /// <summary>Whether a running container has started, and is ready.</summary>
    public (bool Started, bool Ready) Status(Container container, ContainerRecord record)
    {
        var started = HasStarted(container, record);
        var ready = container.ReadinessProbe is null || Get(ProbeKind.Readiness, record.Id) == true;
        return (started, ready);
    }

    internal bool HasStarted(Container container, ContainerRecord record) => container.StartupProbe is null || Get(ProbeKind.Startup, record.Id) == true;

    internal ContainerRecord? Find(string uid, string container) => _runtimes.GetValueOrDefault(uid)?.Find(container);

    internal bool IsTerminating(string uid) => _terminating.ContainsKey(uid);

    internal string PodIp(Pod pod) => pod.Spec.HostNetwork ? HostIp() : _runtimes.GetValueOrDefault(pod.Metadata.Uid)?.ReadySandbox?.Ips.FirstOrDefault() ?? "";

    internal void SetInitial(ProbeKind kind, Pod pod, Container container, ContainerRecord record)
    {
        // A container that outlived the kubelet keeps what the API server knows of it, so that a restart of ours is not seen.
        var known = pod.Status.ContainerStatuses.Concat(pod.Status.InitContainerStatuses).FirstOrDefault(s => s.Name == container.Name && s.ContainerID.EndsWith(record.Id, StringComparison.Ordinal));
        switch (kind)
        {
            case ProbeKind.Liveness:
                _verdicts[(kind, record.Id)] = true;
                break;
            case ProbeKind.Readiness:
                _verdicts[(kind, record.Id)] = known?.Ready == true;
                break;
            case ProbeKind.Startup when known?.Started == true:
                _verdicts[(kind, record.Id)] = true;
                break;
        }
    }

    internal void Set(ProbeKind kind, string containerId, bool good, string podUid)
    {
        var changed = !_verdicts.TryGetValue((kind, containerId), out var before) || before != good;
        _verdicts[(kind, containerId)] = good;
        if (!changed)
        {
            return;
        }

        if (kind == ProbeKind.Startup && good)
        {
            Poke(podUid); // now the others may ask
        }

        Changed(podUid);
    }

    internal void Remove(ProbeKind kind, string containerId) => _verdicts.TryRemove((kind, containerId), out _);

    private bool? Get(ProbeKind kind, string containerId) => _verdicts.TryGetValue((kind, containerId), out var good) ? good : null;

    private void Poke(string uid)
    {
        foreach (var (_, worker) in _workers.Where(w => w.Key.Uid == uid))
        {
            worker.Poke();
        }
    }

    private void Start(Pod pod, Container container, ProbeKind kind, Probe? probe)
    {
        var key = (pod.Metadata.Uid, container.Name, kind);
        if (probe is null || _terminating.ContainsKey(pod.Metadata.Uid) || _workers.ContainsKey(key))
        {
            return;
        }

        var worker = new ProbeWorker(this, prober, events, metrics, pod, container, kind, probe, time);
        if (_workers.TryAdd(key, worker))
        {
            _ = Task.Run(worker.RunAsync);
        }
    }
}
