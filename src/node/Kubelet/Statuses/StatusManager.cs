using System.Collections.Concurrent;
using System.Threading.Channels;
using Cybernetes.Api.CoreV1;
using Cybernetes.Kubelet.Containers;
using Cybernetes.Kubelet.ControlPlane;
using Cybernetes.Kubelet.Metrics;
using Cybernetes.Kubelet.Pods;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Kubelet.Statuses;

/// <summary>
/// Holds the status of every pod as the kubelet sees it and brings the API server's copy to it, in the background and again until it
/// succeeds. When a deleted pod has ended, its object is removed. Thread-safe.
/// </summary>
internal sealed class StatusManager(IControlPlane api, MirrorPods mirrors, KubeletMetrics metrics, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Entry> _entries = new();
    private readonly Channel<string> _dirty = Channel.CreateUnbounded<string>(new() { SingleReader = true });

    /// <summary>The status last set, or null.</summary>
    public PodStatus? Get(string uid) => _entries.TryGetValue(uid, out var entry) ? entry.Status : null;

    /// <summary>Sets the status of a pod; nothing is sent when it is the same as before.</summary>
    public void Set(Pod pod, PodStatus status)
    {
        var entry = _entries.GetOrAdd(pod.Metadata.Uid, _ => new(pod, status));
        lock (entry)
        {
            entry.Pod = pod;
            if (entry.Version > 0 && entry.Status == status)
            {
                return;
            }

            if (entry.Version == entry.Sent)
            {
                entry.ChangedAt = time.GetTimestamp();
            }

            entry.Status = status;
            entry.Version++;
        }

        _dirty.Writer.TryWrite(pod.Metadata.Uid);
    }

    /// <summary>The mirror of a static pod has appeared or changed: it is to show the pod's status.</summary>
    public void MirrorChanged(string uid)
    {
        if (_entries.TryGetValue(uid, out var entry))
        {
            lock (entry)
            {
                entry.Version++;
            }

            _dirty.Writer.TryWrite(uid);
        }
    }

    /// <summary>Nothing of the pod is left on the node: if it is being deleted, its object may go.</summary>
    public void MarkTerminated(Pod pod)
    {
        if (_entries.TryGetValue(pod.Metadata.Uid, out var entry))
        {
            entry.Pod = pod;
            entry.Terminated = true;
            _dirty.Writer.TryWrite(pod.Metadata.Uid);
        }
    }

    /// <summary>The pod's object is gone.</summary>
    public void Forget(string uid) => _entries.TryRemove(uid, out _);

    /// <summary>Sends what is set until cancelled; several pods at once, one pod's statuses in order.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        ConcurrentDictionary<string, byte> busy = new();
        await foreach (var uid in _dirty.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (busy.TryAdd(uid, 0))
            {
                _ = Task.Run(async () => await SendLatestAsync(uid, busy, cancellationToken).ConfigureAwait(false), cancellationToken);
            }
        }
    }

    private async Task SendLatestAsync(string uid, ConcurrentDictionary<string, byte> busy, CancellationToken cancellationToken)
    {
        var failed = false;
        try
        {
            while (_entries.TryGetValue(uid, out var entry) && (entry.Version > entry.Sent || (entry.Terminated && !entry.Deleted)))
            {
                await SendAsync(entry, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (ControlPlaneException e)
        {
            PodLog.StatusFailed(log, uid, e.Message);
            failed = true;
        }
        catch (OperationCanceledException)
        {
            return;
        }
        finally
        {
            busy.TryRemove(uid, out _);
        }

        if (failed)
        {
            await Task.Delay(Retry, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // Something may have been set between the last look and the release.
        if (_entries.TryGetValue(uid, out var after) && (after.Version > after.Sent || (after.Terminated && !after.Deleted)))
        {
            _dirty.Writer.TryWrite(uid);
        }
    }

    private async Task SendAsync(Entry entry, CancellationToken cancellationToken)
    {
        Pod pod;
        PodStatus status;
        long version;
        bool terminated;
        lock (entry)
        {
            (pod, status, version, terminated) = (entry.Pod, entry.Status, entry.Version, entry.Terminated);
        }

        var isStatic = pod.IsStatic;
        var stored = isStatic
            ? mirrors.MirrorOf(pod)
            : entry.Stored is { } known && IsNewer(known, pod) ? known : pod;
        for (var attempt = 0; stored is not null && version > entry.Sent; attempt++)
        {
            var merged = StatusMerge.Merge(stored.Status, status, time.GetUtcNow());
            if (merged == stored.Status)
            {
                break;
            }

            try
            {
                stored = await api.UpdateStatusAsync(stored with { Status = merged }, cancellationToken).ConfigureAwait(false);
                metrics.PodStatusSeconds.Observe(time.GetElapsedTime(entry.ChangedAt).TotalSeconds);
                entry.Stored = stored;
                break;
            }
            catch (ControlPlaneException e) when (e.IsNotFound)
            {
                stored = null;
            }
            catch (ControlPlaneException e) when (e.IsConflict && attempt < 5)
            {
                stored = await api.GetAsync<Pod>(pod.Metadata.Namespace, pod.Metadata.Name, cancellationToken).ConfigureAwait(false);
                stored = stored is not null && (isStatic || stored.Metadata.Uid == pod.Metadata.Uid) ? stored : null;
            }
        }

        entry.Sent = Math.Max(entry.Sent, version);
        if (terminated && !isStatic && (stored ?? pod).IsBeingDeleted)
        {
            await api.DeleteAsync<Pod>(pod.Metadata.Namespace, pod.Metadata.Name, pod.Metadata.Uid, 0, cancellationToken).ConfigureAwait(false);
        }

        if (terminated)
        {
            // If it is not being deleted yet, the worker marks it anew when it is.
            entry.Deleted = true;
        }
    }

    private static bool IsNewer(Pod one, Pod other) =>
        ulong.TryParse(one.Metadata.ResourceVersion, out var a) && ulong.TryParse(other.Metadata.ResourceVersion, out var b) && a > b;

    private sealed class Entry(Pod pod, PodStatus status)
    {
        public Pod Pod { get; set; } = pod;

        public PodStatus Status { get; set; } = status;

        public Pod? Stored { get; set; }

        public long Version { get; set; }

        public long Sent { get; set; }

        public long ChangedAt { get; set; }

        public bool Terminated
        {
            get;
            set
            {
                field = value;
                if (value)
                {
                    Deleted = false;
                }
            }
        }

        public bool Deleted { get; set; }
    }
}
