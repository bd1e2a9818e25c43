using System.Collections.Concurrent;
using Cybernetes.Api.CoreV1;
using Cybernetes.Kubelet.Containers;
using Cybernetes.Kubelet.Events;
using Cybernetes.Kubelet.Statuses;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Kubelet.Pods;

/// <summary>All pods of the node, each with its worker. Thread-safe.</summary>
internal sealed class PodWorkers(
    KubeletOptions options, IPodSteps steps, MirrorPods mirrors, StatusManager statuses, IEventSink events, Func<Node?> node, Func<string, PodRuntime?> known, Func<Pod, Pod> asGranted, TimeProvider time, ILogger log, CancellationToken stopping)
{
    private readonly ConcurrentDictionary<string, PodWorker> _workers = new();
    private readonly ConcurrentDictionary<string, Task> _tasks = new();
    private readonly Dictionary<string, HashSet<string>> _bySource = [];

    /// <summary>The pods that are, or were, to run here and whose objects still exist.</summary>
    public IReadOnlyList<Pod> Pods => [.. _workers.Values.Where(w => !w.IsRemoved).Select(w => w.Pod)];

    /// <summary>The pods that still use the node.</summary>
    public IReadOnlyList<Pod> Active => [.. _workers.Values.Where(w => w.State is WorkState.Syncing or WorkState.Terminating).Select(w => w.Pod)];

    /// <summary>Whether the kubelet knows a pod.</summary>
    public bool Knows(string uid) => _workers.ContainsKey(uid);

    /// <summary>A pod by namespace and name, the newest if there are several.</summary>
    public Pod? Find(string @namespace, string name) => _workers.Values
        .Where(w => w.Pod.Metadata.Namespace == @namespace && w.Pod.Metadata.Name == name)
        .OrderBy(w => w.State)
        .Select(w => w.Pod)
        .FirstOrDefault();

    /// <summary>What the runtime last reported of a pod.</summary>
    public PodRuntime? Runtime(string uid) => known(uid);

    /// <summary>Takes an update of a source; updates of one source come one after the other.</summary>
    public void Apply(string source, PodUpdate update)
    {
        switch (update)
        {
            case PodUpdate.Snapshot snapshot:
                HashSet<string> uids = [.. snapshot.Pods.Where(p => !p.IsMirror).Select(p => p.Metadata.Uid)];
                foreach (var gone in SourceSet(source).Where(u => !uids.Contains(u)).ToList())
                {
                    Remove(source, gone);
                }

                foreach (var pod in snapshot.Pods.OrderBy(p => p.Metadata.CreationTimestamp))
                {
                    Upsert(source, pod);
                }

                break;
            case PodUpdate.Upsert upsert:
                Upsert(source, upsert.Pod);
                break;
            case PodUpdate.Remove { Pod: { IsMirror: true } mirror }:
                mirrors.Remove(mirror);
                Poke(PodOf(mirror));
                break;
            case PodUpdate.Remove remove:
                if (remove.Pod.IsBeingDeleted && _workers.TryGetValue(remove.Pod.Metadata.Uid, out var going))
                {
                    going.Update(remove.Pod);
                }

                Remove(source, remove.Pod.Metadata.Uid);
                break;
        }
    }

    /// <summary>Something changed about a pod's containers or probes.</summary>
    public void Poke(string uid)
    {
        if (_workers.TryGetValue(uid, out var worker))
        {
            worker.Poke();
        }
    }

    /// <summary>Ends a pod by the kubelet's own decision; false when it is not here.</summary>
    public bool End(string uid, PodVerdict verdict)
    {
        if (!_workers.TryGetValue(uid, out var worker))
        {
            return false;
        }

        worker.End(verdict);
        return true;
    }

    /// <summary>Ends what the runtime holds of a pod that no source knows.</summary>
    public void EndOrphan(PodRuntime orphan)
    {
        var pod = new Pod { Metadata = new() { Name = orphan.Name, Namespace = orphan.Namespace, Uid = orphan.Uid } };
        var worker = new PodWorker(pod, steps, options.SyncFrequency, time, log);
        if (_workers.TryAdd(orphan.Uid, worker))
        {
            worker.Remove();
            Start(orphan.Uid, worker);
        }
    }

    /// <summary>Waits for every worker to stop, after the kubelet was told to.</summary>
    public Task StopAsync() => Task.WhenAll(_tasks.Values);

    private void Upsert(string source, Pod pod)
    {
        if (pod.IsMirror)
        {
            mirrors.Set(pod);
            Poke(PodOf(pod));
            statuses.MirrorChanged(PodOf(pod));
            return;
        }

        SourceSet(source).Add(pod.Metadata.Uid);
        if (_workers.TryGetValue(pod.Metadata.Uid, out var existing))
        {
            existing.Update(pod);
            return;
        }

        var worker = new PodWorker(pod, steps, options.SyncFrequency, time, log);
        if (!pod.IsBeingDeleted && !pod.IsTerminal && pod.Status.StartTime is null
            && PodAdmission.Check(pod, [.. Active.Where(p => !p.IsTerminal).Select(asGranted)], node(), options) is var (reason, message))
        {
            events.Record(pod, null, EventNames.Warning, reason, message);
            statuses.Set(pod, pod.Status with { Phase = "Failed", Reason = reason, Message = message, StartTime = time.GetUtcNow(), QosClass = Resources.PodQos.Of(pod) });
            worker.End(new("Failed", reason, message, 0));
        }

        if (_workers.TryAdd(pod.Metadata.Uid, worker))
        {
            Start(pod.Metadata.Uid, worker);
        }
    }

    private void Remove(string source, string uid)
    {
        SourceSet(source).Remove(uid);
        if (_workers.TryGetValue(uid, out var worker))
        {
            worker.Remove();
        }
    }

    private void Start(string uid, PodWorker worker) => _tasks[uid] = Task.Run(async () =>
    {
        await worker.RunAsync(stopping).ConfigureAwait(false);
        if (!stopping.IsCancellationRequested)
        {
            _workers.TryRemove(new(uid, worker));
            _tasks.TryRemove(uid, out _);
        }
    });

    private HashSet<string> SourceSet(string source)
    {
        lock (_bySource)
        {
            if (!_bySource.TryGetValue(source, out var set))
            {
                _bySource[source] = set = [];
            }

            return set;
        }
    }

    /// <summary>The static pod that a mirror shows; another version of it when that one is gone.</summary>
    private string PodOf(Pod mirror) => mirror.Metadata.Annotations.GetValueOrDefault(PodExtensions.ConfigMirror) is { } hash && _workers.ContainsKey(hash)
        ? hash
        : _workers.Values.FirstOrDefault(w => w.Pod.IsStatic && w.Pod.FullName == mirror.FullName)?.Pod.Metadata.Uid ?? "";
}
