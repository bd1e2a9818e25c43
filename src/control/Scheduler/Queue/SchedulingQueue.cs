using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Queue;

/// <summary>
/// Pods that wait: active by priority, backed off by time, unschedulable until something changes. Owned by one scheduling loop; not thread-safe.
/// </summary>
internal sealed class SchedulingQueue(TimeProvider clock)
{
    private static readonly TimeSpan _initialBackOff = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _maxBackOff = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _maxUnschedulable = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, QueuedPod> _byUid = [];
    private readonly PriorityQueue<QueuedPod, (int Priority, DateTimeOffset Added)> _active = new(Comparer<(int Priority, DateTimeOffset Added)>.Create(
        (left, right) => left.Priority != right.Priority ? right.Priority.CompareTo(left.Priority) : left.Added.CompareTo(right.Added)));

    /// <summary>How many pods wait.</summary>
    public int Count => _byUid.Count;

    /// <summary>Takes in a new or changed pod. A change of a waiting pod itself may help it.</summary>
    public void AddOrUpdate(PodInfo pod)
    {
        if (!_byUid.TryGetValue(pod.Uid, out var queued))
        {
            queued = new QueuedPod(pod, clock.GetUtcNow());
            _byUid.Add(pod.Uid, queued);
            Activate(queued);
            return;
        }

        var specChanged = !queued.Pod.Pod.Spec.Equals(pod.Pod.Spec) || queued.Pod.Labels != pod.Labels;
        queued.Pod = pod;
        if (specChanged && queued.Place == QueuePlace.Unschedulable)
        {
            Requeue(queued);
        }
    }

    /// <summary>Forgets a pod.</summary>
    public void Remove(string uid)
    {
        if (_byUid.Remove(uid, out var queued))
        {
            queued.Place = QueuePlace.InFlight;
        }
    }

    /// <summary>The next pod to try; null where none is due.</summary>
    public QueuedPod? Pop()
    {
        ReleaseDue();
        while (_active.TryDequeue(out var queued, out _))
        {
            // Entries of pods that left meanwhile stay in the heap until their turn.
            if (queued.Place == QueuePlace.Active && _byUid.GetValueOrDefault(queued.Pod.Uid) == queued)
            {
                queued.Place = QueuePlace.InFlight;
                queued.Attempts++;
                return queued;
            }
        }

        return null;
    }

    /// <summary>Puts back a pod that could not be placed. <paramref name="changed"/>: what changed while it was being tried.</summary>
    public void PutBack(QueuedPod queued, IReadOnlySet<string> refusedBy, ClusterEvent changed)
    {
        if (_byUid.GetValueOrDefault(queued.Pod.Uid) != queued)
        {
            return;
        }

        queued.RefusedBy = refusedBy;
        queued.Added = clock.GetUtcNow();
        queued.NotBefore = queued.Added + BackOff(queued.Attempts);
        queued.Place = QueuePlace.Unschedulable;
        if (changed != ClusterEvent.None && QueueingHints.MayHelp(changed, refusedBy))
        {
            Requeue(queued);
        }
    }

    /// <summary>Moves the pods that a change may help.</summary>
    public void Changed(ClusterEvent change)
    {
        if (change == ClusterEvent.None)
        {
            return;
        }

        foreach (var queued in _byUid.Values)
        {
            if (queued.Place == QueuePlace.Unschedulable && QueueingHints.MayHelp(change, queued.RefusedBy))
            {
                Requeue(queued);
            }
        }
    }

    /// <summary>How long until a pod becomes due by itself; null where none will.</summary>
    public TimeSpan? NextDue()
    {
        DateTimeOffset? next = null;
        foreach (var queued in _byUid.Values)
        {
            DateTimeOffset? due = queued.Place switch
            {
                QueuePlace.Active => clock.GetUtcNow(),
                QueuePlace.BackOff => queued.NotBefore,
                QueuePlace.Unschedulable => queued.Added + _maxUnschedulable,
                _ => null,
            };
            next = due is not null && (next is null || due < next) ? due : next;
        }

        var wait = next - clock.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static TimeSpan BackOff(int attempts)
    {
        var seconds = _initialBackOff.TotalSeconds * Math.Pow(2, Math.Min(attempts - 1, 10));
        return TimeSpan.FromSeconds(Math.Min(seconds, _maxBackOff.TotalSeconds));
    }

    private void Requeue(QueuedPod queued)
    {
        if (queued.NotBefore > clock.GetUtcNow())
        {
            queued.Place = QueuePlace.BackOff;
        }
        else
        {
            Activate(queued);
        }
    }

    private void Activate(QueuedPod queued)
    {
        queued.Place = QueuePlace.Active;
        _active.Enqueue(queued, (queued.Pod.Priority, queued.Added));
    }

    private void ReleaseDue()
    {
        var now = clock.GetUtcNow();
        foreach (var queued in _byUid.Values)
        {
            if ((queued.Place == QueuePlace.BackOff && queued.NotBefore <= now) || (queued.Place == QueuePlace.Unschedulable && queued.Added + _maxUnschedulable <= now))
            {
                Activate(queued);
            }
        }
    }
}
