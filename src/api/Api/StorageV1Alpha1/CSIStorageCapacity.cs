using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.StorageV1Alpha1;

/// <inheritdoc cref="StorageV1.CSIStorageCapacity"/>
[Message("k8s.io.api.storage.v1alpha1")]
[Kind("storage.k8s.io", "v1alpha1", Plural = "csistoragecapacities", Namespaced = true)]
public sealed partial record CSIStorageCapacity
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2)]
    public partial LabelSelector? NodeTopology { get; init; }

    [Field(3, Always = true)]
    public partial string StorageClassName { get; init; }

    [Field(4)]
    public partial Quantity? Capacity { get; init; }

    [Field(5)]
    public partial Quantity? MaximumVolumeSize { get; init; }
}

[Message("k8s.io.api.storage.v1alpha1")]
[Kind("storage.k8s.io", "v1alpha1")]
public sealed partial record CSIStorageCapacityList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<CSIStorageCapacity> Items { get; init; }
}
