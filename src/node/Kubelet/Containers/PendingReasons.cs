using System.Collections.Concurrent;
using Cybernetes.Kubelet.Statuses;

namespace Cybernetes.Kubelet.Containers;

/// <summary>Why containers that are to run did not start, last time. Thread-safe.</summary>
internal sealed class PendingReasons
{
    private readonly ConcurrentDictionary<(string Uid, string Container), PendingReason> _reasons = new();

    public PendingReason? Get(string podUid, string container) => _reasons.GetValueOrDefault((podUid, container));

    public void Set(string podUid, string container, PendingReason reason) => _reasons[(podUid, container)] = reason;

    public void Clear(string podUid, string container) => _reasons.TryRemove((podUid, container), out _);

    public void Forget(string podUid)
    {
        foreach (var key in _reasons.Keys.Where(k => k.Uid == podUid))
        {
            _reasons.TryRemove(key, out _);
        }
    }
}
