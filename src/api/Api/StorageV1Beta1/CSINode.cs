using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.StorageV1Beta1;

/// <inheritdoc cref="StorageV1.CSINode"/>
[Message("k8s.io.api.storage.v1beta1")]
[Kind("storage.k8s.io", "v1beta1", Plural = "csinodes")]
public sealed partial record CSINode
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial CSINodeSpec Spec { get; init; }
}

[Message("k8s.io.api.storage.v1beta1")]
[Kind("storage.k8s.io", "v1beta1")]
public sealed partial record CSINodeList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<CSINode> Items { get; init; }
}

/// <inheritdoc cref="StorageV1.CSINodeDriver"/>
[Message("k8s.io.api.storage.v1beta1")]
public sealed partial record CSINodeDriver
{
    [Field(1, Always = true)]
    public partial string Name { get; init; }

    [Field(2, Always = true)]
    public partial string NodeID { get; init; }

    [Field(3, Always = true)]
    public partial ValueList<string> TopologyKeys { get; init; }

    [Field(4)]
    public partial VolumeNodeResources? Allocatable { get; init; }
}

/// <inheritdoc cref="StorageV1.CSINodeSpec"/>
[Message("k8s.io.api.storage.v1beta1")]
public sealed partial record CSINodeSpec
{
    [Field(1, Always = true)]
    public partial ValueList<CSINodeDriver> Drivers { get; init; }
}

/// <inheritdoc cref="StorageV1.VolumeNodeResources"/>
[Message("k8s.io.api.storage.v1beta1")]
public sealed partial record VolumeNodeResources
{
    [Field(1)]
    public partial int? Count { get; init; }
}
