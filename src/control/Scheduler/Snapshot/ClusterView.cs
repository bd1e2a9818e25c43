using Cybernetes.Api.Machinery;

namespace Cybernetes.Scheduler.Snapshot;

/// <summary>The cluster as one scheduling cycle sees it.</summary>
/// <param name="Nodes">All nodes, zones interleaved.</param>
/// <param name="Objects">Whatever else plugins look up.</param>
public sealed record ClusterView(IReadOnlyList<NodeInfo> Nodes, IClusterObjects Objects);

/// <summary>Objects beside nodes and pods that plugins look up; backed by informers, or by plain lists in tests.</summary>
public interface IClusterObjects
{
    /// <summary>The labels of a namespace; empty where it is not known.</summary>
    ValueMap<string> NamespaceLabels(string name);

    /// <summary>The selector that Services and controllers choose this pod by, for default spreading; null where nothing chooses it.</summary>
    Selector? OwnerSelector(Api.CoreV1.Pod pod);

    /// <summary>Disruption budgets of a namespace.</summary>
    IEnumerable<Api.PolicyV1.PodDisruptionBudget> DisruptionBudgets(string @namespace);

    /// <summary>A claim, or null.</summary>
    Api.CoreV1.PersistentVolumeClaim? Claim(string @namespace, string name);

    /// <summary>A volume, or null.</summary>
    Api.CoreV1.PersistentVolume? Volume(string name);

    /// <summary>All volumes.</summary>
    IEnumerable<Api.CoreV1.PersistentVolume> Volumes();

    /// <summary>A storage class, or null.</summary>
    Api.StorageV1.StorageClass? StorageClass(string name);

    /// <summary>A node's CSI drivers, or null.</summary>
    Api.StorageV1.CSINode? CsiNode(string name);
}
