using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ResourceV1Beta1;

/// <inheritdoc cref="ResourceV1.ResourceClaim"/>
[Message("k8s.io.api.resource.v1beta1")]
[Kind("resource.k8s.io", "v1beta1", Plural = "resourceclaims", Namespaced = true)]
public sealed partial record ResourceClaim
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial ResourceClaimSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial ResourceClaimStatus Status { get; init; }
}

[Message("k8s.io.api.resource.v1beta1")]
[Kind("resource.k8s.io", "v1beta1")]
public sealed partial record ResourceClaimList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ResourceClaim> Items { get; init; }
}

/// <inheritdoc cref="ResourceV1.AllocatedDeviceStatus"/>
[Message("k8s.io.api.resource.v1beta1")]
public sealed partial record AllocatedDeviceStatus
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Driver { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Pool { get; init; }

    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Device { get; init; }

    [Field(7)]
    public partial string? ShareID { get; init; }

    [Field(4, Always = true, ListType = "map", MapKeys = "type")]
    public partial ValueList<Condition> Conditions { get; init; }

    [Field(5)]
    public partial RawExtension? Data { get; init; }

    [Field(6)]
    public partial NetworkDeviceData? NetworkData { get; init; }
}

/// <inheritdoc cref="ResourceV1.AllocationResult"/>
[Message("k8s.io.api.resource.v1beta1")]
public sealed partial record AllocationResult
{
    [Field(1, Always = true, Default = "{}")]
    public partial DeviceAllocationResult Devices { get; init; }

    [Field(3)]
    public partial NodeSelector? NodeSelector { get; init; }

    [Field(5)]
    public partial Time? AllocationTimestamp { get; init; }
}

/// <inheritdoc cref="ResourceV1.DeviceAllocationConfiguration"/>
[Message("k8s.io.api.resource.v1beta1")]
public sealed partial record DeviceAllocationConfiguration
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Source { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<string> Requests { get; init; }

    [Field(3, Inline = true)]
    public partial DeviceConfiguration DeviceConfiguration { get; init; }
}

/// <inheritdoc cref="ResourceV1.DeviceAllocationResult"/>
[Message("k8s.io.api.resource.v1beta1")]
public sealed partial record DeviceAllocationResult
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<DeviceRequestAllocationResult> Results { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<DeviceAllocationConfiguration> Config { get; init; }
}

/// <inheritdoc cref="ResourceV1.DeviceRequestAllocationResult"/>
[Message("k8s.io.api.resource.v1beta1")]
public sealed partial record DeviceRequestAllocationResult
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Request { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Driver { get; init; }

    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Pool { get; init; }

    [Field(4, Always = true, Required = true, Default = "\"\"")]
    public partial string Device { get; init; }

    [Field(5)]
    public partial bool? AdminAccess { get; init; }

    [Field(6, ListType = "atomic")]
    public partial ValueList<DeviceToleration> Tolerations { get; init; }

    [Field(7, ListType = "atomic")]
    public partial ValueList<string> BindingConditions { get; init; }

    [Field(8, ListType = "atomic")]
    public partial ValueList<string> BindingFailureConditions { get; init; }

    [Field(9)]
    public partial string? ShareID { get; init; }

    [Field(10)]
    public partial ValueMap<Quantity> ConsumedCapacity { get; init; }
}

/// <inheritdoc cref="ResourceV1.NetworkDeviceData"/>
[Message("k8s.io.api.resource.v1beta1")]
public sealed partial record NetworkDeviceData
{
    [Field(1)]
    public partial string InterfaceName { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<string> Ips { get; init; }

    [Field(3)]
    public partial string HardwareAddress { get; init; }
}

/// <inheritdoc cref="ResourceV1.ResourceClaimConsumerReference"/>
[Message("k8s.io.api.resource.v1beta1")]
public sealed partial record ResourceClaimConsumerReference
{
    [Field(1)]
    public partial string ApiGroup { get; init; }

    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Resource { get; init; }

    [Field(4, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(5, Always = true, Required = true, Default = "\"\"")]
    public partial string Uid { get; init; }
}

/// <inheritdoc cref="ResourceV1.ResourceClaimStatus"/>
[Message("k8s.io.api.resource.v1beta1")]
public sealed partial record ResourceClaimStatus
{
    [Field(1)]
    public partial AllocationResult? Allocation { get; init; }

    [Field(2, ListType = "map", MapKeys = "uid", Patch = "merge", MergeKey = "uid")]
    public partial ValueList<ResourceClaimConsumerReference> ReservedFor { get; init; }

    [Field(4, ListType = "map", MapKeys = "driver,device,pool,shareID")]
    public partial ValueList<AllocatedDeviceStatus> Devices { get; init; }
}
