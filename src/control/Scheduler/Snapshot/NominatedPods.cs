namespace Cybernetes.Scheduler.Snapshot;

/// <summary>Pods that wait for a node on which others were evicted for them. Owned by one scheduling loop.</summary>
public sealed class NominatedPods
{
    private readonly Dictionary<string, (PodInfo Pod, string Node)> _byUid = [];

    /// <summary>How many pods wait.</summary>
    public int Count => _byUid.Count;

    /// <summary>The pods that wait for that node.</summary>
    public IEnumerable<PodInfo> On(string node) => _byUid.Count == 0 ? [] : _byUid.Values.Where(entry => entry.Node == node).Select(entry => entry.Pod);

    /// <summary>The node that a pod waits for; null where it waits for none.</summary>
    public string? NodeOf(string uid) => _byUid.TryGetValue(uid, out var entry) ? entry.Node : null;

    /// <summary>Notes that a pod waits for a node.</summary>
    public void Set(PodInfo pod, string node) => _byUid[pod.Uid] = (pod, node);

    /// <summary>Forgets a pod.</summary>
    public void Remove(string uid) => _byUid.Remove(uid);
}
