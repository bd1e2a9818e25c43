using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.PolicyV1;
using Cybernetes.Api.StorageV1;

namespace Cybernetes.Scheduler.Snapshot;

/// <summary>The cluster as one scheduling cycle sees it.</summary>
/// <param name="Nodes">All nodes, zones interleaved.</param>
/// <param name="Objects">Whatever else plugins look up.</param>
/// <param name="ByName">A node by its name; null searches the list.</param>
public sealed record ClusterView(IReadOnlyList<NodeInfo> Nodes, IClusterObjects Objects, Func<string, NodeInfo?>? ByName = null)
{
    /// <summary>A node, or null.</summary>
    public NodeInfo? Find(string name) => ByName is null ? Nodes.FirstOrDefault(node => node.Name == name) : ByName(name);
}

/// <summary>Objects beside nodes and pods that plugins look up; backed by informers, or by plain lists in tests.</summary>
public interface IClusterObjects
{
    /// <summary>The labels of a namespace; empty where it is not known.</summary>
    ValueMap<string> NamespaceLabels(string name);

    /// <summary>The selector that Services and controllers choose this pod by, for default spreading; null where nothing chooses it.</summary>
    Selector? OwnerSelector(Pod pod);

    /// <summary>Disruption budgets of a namespace.</summary>
    IEnumerable<PodDisruptionBudget> DisruptionBudgets(string @namespace);

    /// <summary>A claim, or null.</summary>
    PersistentVolumeClaim? Claim(string @namespace, string name);

    /// <summary>A volume, or null.</summary>
    PersistentVolume? Volume(string name);

    /// <summary>The volumes of a storage class.</summary>
    IEnumerable<PersistentVolume> VolumesOfClass(string storageClass);

    /// <summary>A storage class, or null.</summary>
    StorageClass? StorageClass(string name);

    /// <summary>A node's CSI drivers, or null.</summary>
    CSINode? CsiNode(string name);

    /// <summary>A CSI driver, or null.</summary>
    CSIDriver? CsiDriver(string name);

    /// <summary>What storage capacity is told of a storage class.</summary>
    IEnumerable<CSIStorageCapacity> StorageCapacities(string storageClass);
}
