using Cybernetes.Api.CoreV1;

namespace Cybernetes.Scheduler.Snapshot;

/// <summary>
/// Nodes with their pods, those just placed but not yet seen bound among them. Owned by one scheduling loop; not thread-safe.
/// </summary>
internal sealed class SchedulerCache
{
    private readonly Dictionary<string, NodeInfo> _nodes = [];
    private readonly Dictionary<string, (PodInfo Pod, string Node)> _pods = [];
    private readonly List<NodeInfo> _listed = [];

    /// <summary>All nodes that exist.</summary>
    public IReadOnlyList<NodeInfo> Nodes => _listed;

    /// <summary>A node by name, or null.</summary>
    public NodeInfo? Find(string node) => _nodes.GetValueOrDefault(node);

    /// <summary>Takes in a node.</summary>
    public void SetNode(Node node)
    {
        if (_nodes.TryGetValue(node.Metadata.Name, out var info))
        {
            info.SetNode(node);
            return;
        }

        info = new NodeInfo(node);
        _nodes.Add(info.Name, info);
        _listed.Add(info);
        foreach (var (pod, at) in _pods.Values)
        {
            if (at == info.Name)
            {
                info.Add(pod);
            }
        }
    }

    /// <summary>Forgets a node; its pods stay known in case it returns.</summary>
    public void RemoveNode(string name)
    {
        if (_nodes.Remove(name, out var info))
        {
            _listed.Remove(info);
        }
    }

    /// <summary>Takes in a pod on a node: bound, or about to be.</summary>
    public void SetPod(PodInfo pod, string node)
    {
        RemovePod(pod.Uid);
        _pods.Add(pod.Uid, (pod, node));
        Find(node)?.Add(pod);
    }

    /// <summary>Forgets a pod.</summary>
    public bool RemovePod(string uid)
    {
        if (!_pods.Remove(uid, out var entry))
        {
            return false;
        }

        Find(entry.Node)?.Remove(uid);
        return true;
    }
}
