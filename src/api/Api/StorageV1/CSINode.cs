using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.StorageV1;

/// <summary>The CSI drivers of a node; named after it.</summary>
[Message("k8s.io.api.storage.v1")]
[Kind("storage.k8s.io", "v1", Plural = "csinodes")]
public sealed partial record CSINode
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial CSINodeSpec Spec { get; init; }
}

[Message("k8s.io.api.storage.v1")]
[Kind("storage.k8s.io", "v1")]
public sealed partial record CSINodeList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<CSINode> Items { get; init; }
}

/// <summary>A driver on a node.</summary>
[Message("k8s.io.api.storage.v1")]
public sealed partial record CSINodeDriver
{
    /// <summary>The driver's name.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>The driver's name for the node.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string NodeID { get; init; }

    /// <summary>The node labels that say from where its volumes can be reached.</summary>
    [Field(3, Always = true, ListType = "atomic")]
    public partial ValueList<string> TopologyKeys { get; init; }

    /// <summary>How many volumes it can take.</summary>
    [Field(4)]
    public partial VolumeNodeResources? Allocatable { get; init; }
}

/// <summary>The drivers of a node.</summary>
[Message("k8s.io.api.storage.v1")]
public sealed partial record CSINodeSpec
{
    /// <summary>The drivers.</summary>
    [Field(1, Always = true, Required = true, ListType = "map", MapKeys = "name", Patch = "merge", MergeKey = "name")]
    public partial ValueList<CSINodeDriver> Drivers { get; init; }
}

/// <summary>How many volumes a node can take.</summary>
[Message("k8s.io.api.storage.v1")]
public sealed partial record VolumeNodeResources
{
    /// <summary>How many; no limit when unset.</summary>
    [Field(1)]
    public partial int? Count { get; init; }
}
