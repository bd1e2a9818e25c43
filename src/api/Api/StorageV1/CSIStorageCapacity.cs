using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.StorageV1;

/// <summary>How much a driver can still make in some place.</summary>
[Message("k8s.io.api.storage.v1")]
[Kind("storage.k8s.io", "v1", Plural = "csistoragecapacities", Namespaced = true)]
public sealed partial record CSIStorageCapacity
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>The nodes of that place; none when unset.</summary>
    [Field(2)]
    public partial LabelSelector? NodeTopology { get; init; }

    /// <summary>The class.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string StorageClassName { get; init; }

    /// <summary>What is left.</summary>
    [Field(4)]
    public partial Quantity? Capacity { get; init; }

    /// <summary>The largest volume that can be made.</summary>
    [Field(5)]
    public partial Quantity? MaximumVolumeSize { get; init; }
}

[Message("k8s.io.api.storage.v1")]
[Kind("storage.k8s.io", "v1")]
public sealed partial record CSIStorageCapacityList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<CSIStorageCapacity> Items { get; init; }
}
