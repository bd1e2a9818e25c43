using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.PolicyV1;
using Cybernetes.Api.Rules;
using Cybernetes.Api.StorageV1;

namespace Cybernetes.Scheduler.Snapshot;

/// <summary>Objects of plain lists: for tests, and for looking at a cluster that was read once.</summary>
public sealed record ListedObjects : IClusterObjects
{
    /// <summary>Namespaces.</summary>
    public IReadOnlyList<Namespace> Namespaces { get; init; } = [];

    /// <summary>Claims.</summary>
    public IReadOnlyList<PersistentVolumeClaim> Claims { get; init; } = [];

    /// <summary>Volumes.</summary>
    public IReadOnlyList<PersistentVolume> Volumes { get; init; } = [];

    /// <summary>Storage classes.</summary>
    public IReadOnlyList<StorageClass> StorageClasses { get; init; } = [];

    /// <summary>What CSI drivers nodes have.</summary>
    public IReadOnlyList<CSINode> CsiNodes { get; init; } = [];

    /// <summary>CSI drivers.</summary>
    public IReadOnlyList<CSIDriver> CsiDrivers { get; init; } = [];

    /// <summary>Storage capacities.</summary>
    public IReadOnlyList<CSIStorageCapacity> Capacities { get; init; } = [];

    /// <summary>Disruption budgets.</summary>
    public IReadOnlyList<PodDisruptionBudget> Budgets { get; init; } = [];

    /// <summary>Which selector chooses a pod.</summary>
    public Func<Pod, Selector?> Owners { get; init; } = _ => null;

    /// <summary>What was assumed over it.</summary>
    public AssumedVolumes Assumed { get; init; } = new();

    /// <inheritdoc/>
    public ValueMap<string> NamespaceLabels(string name) => Namespaces.FirstOrDefault(item => item.Metadata.Name == name)?.Metadata.Labels ?? default;

    /// <inheritdoc/>
    public Selector? OwnerSelector(Pod pod) => Owners(pod);

    /// <inheritdoc/>
    public IEnumerable<PodDisruptionBudget> DisruptionBudgets(string @namespace) => Budgets.Where(item => item.Metadata.Namespace == @namespace);

    /// <inheritdoc/>
    public PersistentVolumeClaim? Claim(string @namespace, string name) => Assumed.Over(Claims.FirstOrDefault(item => item.Metadata.Namespace == @namespace && item.Metadata.Name == name));

    /// <inheritdoc/>
    public PersistentVolume? Volume(string name) => Assumed.Over(Volumes.FirstOrDefault(item => item.Metadata.Name == name));

    /// <inheritdoc/>
    public IEnumerable<PersistentVolume> VolumesOfClass(string storageClass) => Volumes.Where(item => VolumeMatching.ClassOf(item) == storageClass).Select(item => Assumed.Over(item)!);

    /// <inheritdoc/>
    public StorageClass? StorageClass(string name) => StorageClasses.FirstOrDefault(item => item.Metadata.Name == name);

    /// <inheritdoc/>
    public CSINode? CsiNode(string name) => CsiNodes.FirstOrDefault(item => item.Metadata.Name == name);

    /// <inheritdoc/>
    public CSIDriver? CsiDriver(string name) => CsiDrivers.FirstOrDefault(item => item.Metadata.Name == name);

    /// <inheritdoc/>
    public IEnumerable<CSIStorageCapacity> StorageCapacities(string storageClass) => Capacities.Where(item => item.StorageClassName == storageClass);
}
