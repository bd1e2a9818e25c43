using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ResourceV1;

/// <summary>Devices asked for, and those given. Pods that use it wait until it is allocated.</summary>
[Message("k8s.io.api.resource.v1")]
[Kind("resource.k8s.io", "v1", Plural = "resourceclaims", Namespaced = true)]
public sealed partial record ResourceClaim
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial ResourceClaimSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial ResourceClaimStatus Status { get; init; }
}

[Message("k8s.io.api.resource.v1")]
[Kind("resource.k8s.io", "v1")]
public sealed partial record ResourceClaimList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ResourceClaim> Items { get; init; }
}

/// <summary>How a driver says a device is.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record AllocatedDeviceStatus
{
    /// <summary>The driver.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Driver { get; init; }

    /// <summary>The pool.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Pool { get; init; }

    /// <summary>The device's name in its pool.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Device { get; init; }

    /// <summary>Which share of the device it is.</summary>
    [Field(7)]
    public partial string? ShareID { get; init; }

    /// <summary>What holds of it at present.</summary>
    [Field(4, Always = true, ListType = "map", MapKeys = "type")]
    public partial ValueList<Condition> Conditions { get; init; }

    /// <summary>Whatever else the driver says.</summary>
    [Field(5)]
    public partial RawExtension? Data { get; init; }

    /// <summary>Of a network device.</summary>
    [Field(6)]
    public partial NetworkDeviceData? NetworkData { get; init; }
}

/// <summary>What was given.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record AllocationResult
{
    /// <summary>The devices.</summary>
    [Field(1, Always = true, Default = "{}")]
    public partial DeviceAllocationResult Devices { get; init; }

    /// <summary>The nodes from which they can be reached; all when unset.</summary>
    [Field(3)]
    public partial NodeSelector? NodeSelector { get; init; }

    /// <summary>When.</summary>
    [Field(5)]
    public partial Time? AllocationTimestamp { get; init; }
}

/// <summary>Settings for a driver and where they come from.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record DeviceAllocationConfiguration
{
    /// <summary><c>FromClass</c> or <c>FromClaim</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Source { get; init; }

    /// <summary>The requests that they are for; all when empty.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<string> Requests { get; init; }

    /// <summary>The settings.</summary>
    [Field(3, Inline = true)]
    public partial DeviceConfiguration DeviceConfiguration { get; init; }
}

/// <summary>The devices given.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record DeviceAllocationResult
{
    /// <summary>The devices.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<DeviceRequestAllocationResult> Results { get; init; }

    /// <summary>Settings for the drivers, of classes and claim.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<DeviceAllocationConfiguration> Config { get; init; }
}

/// <summary>A device given.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record DeviceRequestAllocationResult
{
    /// <summary>The request that it is for.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Request { get; init; }

    /// <summary>The driver.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Driver { get; init; }

    /// <summary>The pool.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Pool { get; init; }

    /// <summary>The device's name in its pool.</summary>
    [Field(4, Always = true, Required = true, Default = "\"\"")]
    public partial string Device { get; init; }

    /// <summary>Whether it was given for administration.</summary>
    [Field(5)]
    public partial bool? AdminAccess { get; init; }

    /// <summary>Taints that are put up with.</summary>
    [Field(6, ListType = "atomic")]
    public partial ValueList<DeviceToleration> Tolerations { get; init; }

    /// <summary>Conditions that must be True before the pod is bound.</summary>
    [Field(7, ListType = "atomic")]
    public partial ValueList<string> BindingConditions { get; init; }

    /// <summary>Conditions that, once True, mean that it failed.</summary>
    [Field(8, ListType = "atomic")]
    public partial ValueList<string> BindingFailureConditions { get; init; }

    /// <summary>Which share of the device it is.</summary>
    [Field(9)]
    public partial string? ShareID { get; init; }

    /// <summary>How much of the device it takes.</summary>
    [Field(10)]
    public partial ValueMap<Quantity> ConsumedCapacity { get; init; }
}

/// <summary>What is known of a network device.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record NetworkDeviceData
{
    /// <summary>The interface in the pod.</summary>
    [Field(1)]
    public partial string InterfaceName { get; init; }

    /// <summary>Its addresses with prefix length.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<string> Ips { get; init; }

    /// <summary>Its hardware address.</summary>
    [Field(3)]
    public partial string HardwareAddress { get; init; }
}

/// <summary>Who uses a claim.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record ResourceClaimConsumerReference
{
    /// <summary>The group.</summary>
    [Field(1)]
    public partial string ApiGroup { get; init; }

    /// <summary>The resource, such as <c>pods</c>.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Resource { get; init; }

    /// <summary>The name.</summary>
    [Field(4, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>The uid.</summary>
    [Field(5, Always = true, Required = true, Default = "\"\"")]
    public partial string Uid { get; init; }
}

/// <summary>How a claim is doing.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record ResourceClaimStatus
{
    /// <summary>What was given; unset when not allocated.</summary>
    [Field(1)]
    public partial AllocationResult? Allocation { get; init; }

    /// <summary>Who uses it; at most 256. Stays allocated while anyone is listed.</summary>
    [Field(2, ListType = "map", MapKeys = "uid", Patch = "merge", MergeKey = "uid")]
    public partial ValueList<ResourceClaimConsumerReference> ReservedFor { get; init; }

    /// <summary>How the drivers say their devices are.</summary>
    [Field(4, ListType = "map", MapKeys = "driver,device,pool,shareID")]
    public partial ValueList<AllocatedDeviceStatus> Devices { get; init; }
}
