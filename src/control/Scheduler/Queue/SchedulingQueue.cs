using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Queue;

/// <summary>
/// Pods that wait: active by priority, backed off by time, unschedulable until something changes, gated until let in. Owned by one scheduling loop; not
/// thread-safe.
/// </summary>
/// <param name="clock">The time.</param>
/// <param name="options">How long pods wait.</param>
/// <param name="gated">Whether a pod is not to be tried yet.</param>
/// <param name="mayHelp">Whether a change may make a pod fit that these plugins refused.</param>
/// <param name="entered">Told of each pod that enters a queue: the queue's name and why.</param>
internal sealed class SchedulingQueue(
    TimeProvider clock, QueueOptions options, Func<PodInfo, bool> gated, Func<QueuedPod, ClusterChange, bool> mayHelp, Action<string, string>? entered = null)
{
    private readonly Dictionary<string, QueuedPod> _byUid = [];
    private readonly HashSet<QueuedPod> _unschedulable = [];
    private readonly PriorityQueue<QueuedPod, DateTimeOffset> _backOff = new();
    private readonly PriorityQueue<QueuedPod, (int Priority, DateTimeOffset Added)> _active = new(Comparer<(int Priority, DateTimeOffset Added)>.Create(
        (left, right) => left.Priority != right.Priority ? right.Priority.CompareTo(left.Priority) : left.Added.CompareTo(right.Added)));

    private DateTimeOffset _nextFlush = DateTimeOffset.MinValue;

    /// <summary>How many pods wait or are being tried.</summary>
    public int Count => _byUid.Count;

    /// <summary>How many pods wait in each place.</summary>
    public (int Active, int BackOff, int Unschedulable, int Gated) Counts()
    {
        var (active, backOff, unschedulable, gatedPods) = (0, 0, 0, 0);
        foreach (var queued in _byUid.Values)
        {
            switch (queued.Place)
            {
                case QueuePlace.Active:
                    active++;
                    break;
                case QueuePlace.BackOff:
                    backOff++;
                    break;
                case QueuePlace.Unschedulable:
                    unschedulable++;
                    break;
                case QueuePlace.Gated:
                    gatedPods++;
                    break;
            }
        }

        return (active, backOff, unschedulable, gatedPods);
    }

    /// <summary>Takes in a new or changed pod. A change of a waiting pod itself may help it.</summary>
    public void AddOrUpdate(PodInfo pod)
    {
        if (!_byUid.TryGetValue(pod.Uid, out var queued))
        {
            queued = new QueuedPod(pod, clock.GetUtcNow());
            _byUid.Add(pod.Uid, queued);
            Admit(queued, "PodAdd");
            return;
        }

        var changed = !queued.Pod.Pod.Spec.Equals(pod.Pod.Spec) || queued.Pod.Labels != pod.Labels;
        queued.Pod = pod;
        if (queued.Place == QueuePlace.Gated)
        {
            Admit(queued, "PodUpdate");
        }
        else if (changed && queued.Place == QueuePlace.Unschedulable)
        {
            Requeue(queued, "PodUpdate");
        }
    }

    /// <summary>Forgets a pod.</summary>
    public void Remove(string uid)
    {
        if (_byUid.Remove(uid, out var queued))
        {
            Place(queued, QueuePlace.InFlight);
        }
    }

    /// <summary>The pod of that ID, or null.</summary>
    public QueuedPod? Find(string uid) => _byUid.GetValueOrDefault(uid);

    /// <summary>The next pod to try; null where none is due.</summary>
    public QueuedPod? Pop()
    {
        ReleaseDue();
        while (_active.TryDequeue(out var queued, out _))
        {
            // Entries of pods that left meanwhile stay in the heap until their turn.
            if (queued.Place == QueuePlace.Active && _byUid.GetValueOrDefault(queued.Pod.Uid) == queued)
            {
                Place(queued, QueuePlace.InFlight);
                queued.Attempts++;
                return queued;
            }
        }

        return null;
    }

    /// <summary>Puts back a pod that no node fits: it waits for a change, or only for its back-off where what helps has happened already.</summary>
    public void PutBack(QueuedPod queued, IReadOnlySet<string> refusedBy, bool helped = false)
    {
        if (_byUid.GetValueOrDefault(queued.Pod.Uid) != queued)
        {
            return;
        }

        queued.RefusedBy = refusedBy;
        queued.Added = clock.GetUtcNow();
        queued.NotBefore = queued.Added + BackOff(queued.Attempts);
        if (helped)
        {
            Requeue(queued, "ScheduleAttemptFailure");
            return;
        }

        Place(queued, QueuePlace.Unschedulable);
        entered?.Invoke("unschedulable", "ScheduleAttemptFailure");
    }

    /// <summary>Moves the pods that a change may help.</summary>
    public void Changed(ClusterChange change)
    {
        if (change.Event == ClusterEvent.None || _unschedulable.Count == 0)
        {
            return;
        }

        foreach (var queued in _unschedulable.Where(queued => mayHelp(queued, change)).ToList())
        {
            Requeue(queued, change.Label);
        }
    }

    /// <summary>Moves one pod on, whatever refused it.</summary>
    public void Wake(string uid)
    {
        if (_byUid.TryGetValue(uid, out var queued) && queued.Place == QueuePlace.Unschedulable)
        {
            Requeue(queued, "ForceActivate");
        }
    }

    /// <summary>How long until a pod becomes due by itself; null where none will.</summary>
    public TimeSpan? NextDue()
    {
        DateTimeOffset? next = _active.Count > 0 ? clock.GetUtcNow() : null;
        if (_backOff.TryPeek(out _, out var due) && (next is null || due < next))
        {
            next = due;
        }

        foreach (var queued in _unschedulable)
        {
            var stale = queued.Added + options.MaxUnschedulable;
            next = next is null || stale < next ? stale : next;
        }

        var wait = next - clock.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private TimeSpan BackOff(int attempts)
    {
        var seconds = options.InitialBackOff.TotalSeconds * Math.Pow(2, Math.Clamp(attempts - 1, 0, 10));
        return TimeSpan.FromSeconds(Math.Min(seconds, options.MaxBackOff.TotalSeconds));
    }

    private void Admit(QueuedPod queued, string why)
    {
        if (gated(queued.Pod))
        {
            if (queued.Place != QueuePlace.Gated)
            {
                Place(queued, QueuePlace.Gated);
                entered?.Invoke("gated", why);
            }

            return;
        }

        Activate(queued, why);
    }

    private void Requeue(QueuedPod queued, string why)
    {
        if (queued.NotBefore > clock.GetUtcNow())
        {
            Place(queued, QueuePlace.BackOff);
            _backOff.Enqueue(queued, queued.NotBefore);
            entered?.Invoke("backoff", why);
        }
        else
        {
            Activate(queued, why);
        }
    }

    private void Activate(QueuedPod queued, string why)
    {
        Place(queued, QueuePlace.Active);
        _active.Enqueue(queued, (queued.Pod.Priority, queued.Added));
        entered?.Invoke("active", why);
    }

    private void Place(QueuedPod queued, QueuePlace place)
    {
        if (queued.Place == QueuePlace.Unschedulable)
        {
            _unschedulable.Remove(queued);
        }

        queued.Place = place;
        if (place == QueuePlace.Unschedulable)
        {
            _unschedulable.Add(queued);
        }
    }

    private void ReleaseDue()
    {
        var now = clock.GetUtcNow();
        while (_backOff.TryPeek(out var queued, out var due) && due <= now)
        {
            _backOff.Dequeue();

            // Entries of pods that left meanwhile, or were put back later, stay in the heap until their time.
            if (queued.Place == QueuePlace.BackOff && queued.NotBefore <= now && _byUid.GetValueOrDefault(queued.Pod.Uid) == queued)
            {
                Activate(queued, "BackoffComplete");
            }
        }

        if (_unschedulable.Count == 0 || now < _nextFlush)
        {
            return;
        }

        foreach (var queued in _unschedulable.Where(queued => queued.Added + options.MaxUnschedulable <= now).ToList())
        {
            Requeue(queued, "UnschedulableTimeout");
        }

        _nextFlush = _unschedulable.Count == 0 ? now : _unschedulable.Min(queued => queued.Added) + options.MaxUnschedulable;
    }
}
