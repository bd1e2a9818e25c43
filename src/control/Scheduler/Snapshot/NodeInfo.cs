using Cybernetes.Api.CoreV1;

namespace Cybernetes.Scheduler.Snapshot;

/// <summary>A node with the pods that run or are about to run on it. Owned by one scheduling loop; what-ifs work on a <see cref="Clone"/>.</summary>
public sealed class NodeInfo
{
    private readonly List<PodInfo> _pods = [];
    private readonly List<PodInfo> _podsWithAffinity = [];
    private readonly List<PodInfo> _podsWithRequiredAntiAffinity = [];

    /// <summary>A node without pods.</summary>
    public NodeInfo(Node node)
    {
        Node = node;
        Allocatable = Resources.From(node.Status.Allocatable);
        Images = ImagesOf(node);
    }

    private NodeInfo(NodeInfo original) => (Node, Allocatable, Images) = (original.Node, original.Allocatable, original.Images);

    /// <summary>The node.</summary>
    public Node Node { get; private set; }

    /// <summary>The node's name.</summary>
    public string Name => Node.Metadata.Name;

    /// <summary>What pods may use.</summary>
    public Resources Allocatable { get; private set; }

    /// <summary>What its pods ask for.</summary>
    public Resources Requested { get; private set; } = new();

    /// <summary>What its pods ask for as scoring counts it.</summary>
    public Resources NonZeroRequested { get; private set; } = new();

    /// <summary>Its pods.</summary>
    public IReadOnlyList<PodInfo> Pods => _pods;

    /// <summary>Its pods that have affinity or anti-affinity terms.</summary>
    public IReadOnlyList<PodInfo> PodsWithAffinity => _podsWithAffinity;

    /// <summary>Its pods that have required anti-affinity terms.</summary>
    public IReadOnlyList<PodInfo> PodsWithRequiredAntiAffinity => _podsWithRequiredAntiAffinity;

    /// <summary>How large the images on the node are, by each of their names.</summary>
    public IReadOnlyDictionary<string, long> Images { get; private set; }

    /// <summary>Replaces the node's own state.</summary>
    public void SetNode(Node node)
    {
        Node = node;
        Allocatable = Resources.From(node.Status.Allocatable);
        Images = ImagesOf(node);
    }

    /// <summary>Counts a pod in.</summary>
    public void Add(PodInfo pod)
    {
        _pods.Add(pod);
        Requested.Add(pod.Requests);
        NonZeroRequested.Add(pod.NonZeroRequests);
        if (pod.HasAffinity)
        {
            _podsWithAffinity.Add(pod);
        }

        if (pod.RequiredAntiAffinity.Length > 0)
        {
            _podsWithRequiredAntiAffinity.Add(pod);
        }
    }

    /// <summary>Counts a pod out; false when it was not there.</summary>
    public bool Remove(string uid)
    {
        var at = _pods.FindIndex(pod => pod.Uid == uid);
        if (at < 0)
        {
            return false;
        }

        var removed = _pods[at];
        _pods.RemoveAt(at);
        Requested.Add(removed.Requests, -1);
        NonZeroRequested.Add(removed.NonZeroRequests, -1);
        _podsWithAffinity.RemoveAll(pod => pod.Uid == uid);
        _podsWithRequiredAntiAffinity.RemoveAll(pod => pod.Uid == uid);
        return true;
    }

    /// <summary>A copy for a what-if.</summary>
    public NodeInfo Clone()
    {
        var copy = new NodeInfo(this) { Requested = Requested.Clone(), NonZeroRequested = NonZeroRequested.Clone() };
        copy._pods.AddRange(_pods);
        copy._podsWithAffinity.AddRange(_podsWithAffinity);
        copy._podsWithRequiredAntiAffinity.AddRange(_podsWithRequiredAntiAffinity);
        return copy;
    }

    private static Dictionary<string, long> ImagesOf(Node node)
    {
        var images = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var image in node.Status.Images.Span)
        {
            foreach (var name in image.Names.Span)
            {
                images.TryAdd(name, image.SizeBytes);
            }
        }

        return images;
    }
}
