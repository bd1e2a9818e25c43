using Cybernetes.Api.CoreV1;

namespace Cybernetes.Scheduler.Snapshot;

/// <summary>
/// Nodes with their pods, those just placed but not yet seen bound among them. Owned by one scheduling loop; not thread-safe.
/// </summary>
internal sealed class SchedulerCache
{
    private readonly Dictionary<string, NodeInfo> _nodes = [];
    private readonly Dictionary<string, (PodInfo Pod, string Node)> _pods = [];
    private readonly SortedDictionary<string, List<NodeInfo>> _zones = new(StringComparer.Ordinal);
    private NodeInfo[]? _listed;

    /// <summary>All nodes that exist, zones taking turns, so that a search that ends early has seen them all.</summary>
    public IReadOnlyList<NodeInfo> Nodes => _listed ??= Interleave();

    /// <summary>How many pods are on nodes.</summary>
    public int PodCount => _pods.Count;

    /// <summary>A node by name, or null.</summary>
    public NodeInfo? Find(string node) => _nodes.GetValueOrDefault(node);

    /// <summary>Where a pod is; null where it is nowhere.</summary>
    public string? NodeOf(string uid) => _pods.TryGetValue(uid, out var entry) ? entry.Node : null;

    /// <summary>Takes in a node.</summary>
    public NodeInfo SetNode(Node node)
    {
        if (_nodes.TryGetValue(node.Metadata.Name, out var info))
        {
            var zone = ZoneOf(info.Node);
            info.SetNode(node);
            if (ZoneOf(node) != zone)
            {
                Leave(zone, info);
                Join(info);
            }

            return info;
        }

        info = new NodeInfo(node);
        _nodes.Add(info.Name, info);
        Join(info);
        foreach (var (pod, at) in _pods.Values)
        {
            if (at == info.Name)
            {
                info.Add(pod);
            }
        }

        return info;
    }

    /// <summary>Forgets a node; its pods stay known in case it returns.</summary>
    public void RemoveNode(string name)
    {
        if (_nodes.Remove(name, out var info))
        {
            Leave(ZoneOf(info.Node), info);
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

    private static string ZoneOf(Node node)
    {
        var labels = node.Metadata.Labels;
        return labels.GetValueOrDefault("topology.kubernetes.io/region") + "\0" + labels.GetValueOrDefault("topology.kubernetes.io/zone");
    }

    private void Join(NodeInfo node)
    {
        var zone = ZoneOf(node.Node);
        if (!_zones.TryGetValue(zone, out var nodes))
        {
            _zones.Add(zone, nodes = []);
        }

        nodes.Add(node);
        _listed = null;
    }

    private void Leave(string zone, NodeInfo node)
    {
        if (_zones.TryGetValue(zone, out var nodes) && nodes.Remove(node) && nodes.Count == 0)
        {
            _zones.Remove(zone);
        }

        _listed = null;
    }

    private NodeInfo[] Interleave()
    {
        var listed = new List<NodeInfo>(_nodes.Count);
        for (var i = 0; listed.Count < _nodes.Count; i++)
        {
            foreach (var nodes in _zones.Values)
            {
                if (i < nodes.Count)
                {
                    listed.Add(nodes[i]);
                }
            }
        }

        return [.. listed];
    }
}
