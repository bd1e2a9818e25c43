using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ResourceV1Beta2;

/// <inheritdoc cref="ResourceV1.ResourceSlice"/>
[Message("k8s.io.api.resource.v1beta2")]
[Kind("resource.k8s.io", "v1beta2", Plural = "resourceslices")]
public sealed partial record ResourceSlice
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial ResourceSliceSpec Spec { get; init; }
}

[Message("k8s.io.api.resource.v1beta2")]
[Kind("resource.k8s.io", "v1beta2")]
public sealed partial record ResourceSliceList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ResourceSlice> Items { get; init; }
}

/// <inheritdoc cref="ResourceV1.CapacityRequestPolicy"/>
[Message("k8s.io.api.resource.v1beta2")]
public sealed partial record CapacityRequestPolicy
{
    [Field(1, Always = true)]
    public partial Quantity? Default { get; init; }

    [Field(3, ListType = "atomic")]
    public partial ValueList<Quantity> ValidValues { get; init; }

    [Field(4)]
    public partial CapacityRequestPolicyRange? ValidRange { get; init; }
}

/// <inheritdoc cref="ResourceV1.CapacityRequestPolicyRange"/>
[Message("k8s.io.api.resource.v1beta2")]
public sealed partial record CapacityRequestPolicyRange
{
    [Field(1, Required = true)]
    public partial Quantity? Min { get; init; }

    [Field(2)]
    public partial Quantity? Max { get; init; }

    [Field(3)]
    public partial Quantity? Step { get; init; }
}

/// <inheritdoc cref="ResourceV1.CounterSet"/>
[Message("k8s.io.api.resource.v1beta2")]
public sealed partial record CounterSet
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2, Required = true)]
    public partial ValueMap<Counter> Counters { get; init; }
}

/// <inheritdoc cref="ResourceV1.Device"/>
[Message("k8s.io.api.resource.v1beta2")]
public sealed partial record Device
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2)]
    public partial ValueMap<DeviceAttribute> Attributes { get; init; }

    [Field(3)]
    public partial ValueMap<DeviceCapacity> Capacity { get; init; }

    [Field(4, ListType = "atomic")]
    public partial ValueList<DeviceCounterConsumption> ConsumesCounters { get; init; }

    [Field(5)]
    public partial string? NodeName { get; init; }

    [Field(6)]
    public partial NodeSelector? NodeSelector { get; init; }

    [Field(7)]
    public partial bool? AllNodes { get; init; }

    [Field(8, ListType = "atomic")]
    public partial ValueList<DeviceTaint> Taints { get; init; }

    [Field(9)]
    public partial bool? BindsToNode { get; init; }

    [Field(10, ListType = "atomic")]
    public partial ValueList<string> BindingConditions { get; init; }

    [Field(11, ListType = "atomic")]
    public partial ValueList<string> BindingFailureConditions { get; init; }

    [Field(12)]
    public partial bool? AllowMultipleAllocations { get; init; }

    [Field(13)]
    public partial ValueMap<NodeAllocatableResourceMapping> NodeAllocatableResourceMappings { get; init; }
}

/// <inheritdoc cref="ResourceV1.DeviceAttribute"/>
[Message("k8s.io.api.resource.v1beta2")]
public sealed partial record DeviceAttribute
{
    [Field(2)]
    public partial long? Int { get; init; }

    [Field(3)]
    public partial bool? Bool { get; init; }

    [Field(4)]
    public partial string? String { get; init; }

    [Field(5)]
    public partial string? Version { get; init; }

    [Field(6, ListType = "atomic")]
    public partial ValueList<long> Ints { get; init; }

    [Field(7, ListType = "atomic")]
    public partial ValueList<bool> Bools { get; init; }

    [Field(8, ListType = "atomic")]
    public partial ValueList<string> Strings { get; init; }

    [Field(9, ListType = "atomic")]
    public partial ValueList<string> Versions { get; init; }
}

/// <inheritdoc cref="ResourceV1.DeviceCapacity"/>
[Message("k8s.io.api.resource.v1beta2")]
public sealed partial record DeviceCapacity
{
    [Field(1, Always = true, Required = true)]
    public partial Quantity Value { get; init; }

    [Field(2)]
    public partial CapacityRequestPolicy? RequestPolicy { get; init; }
}

/// <inheritdoc cref="ResourceV1.DeviceCounterConsumption"/>
[Message("k8s.io.api.resource.v1beta2")]
public sealed partial record DeviceCounterConsumption
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string CounterSet { get; init; }

    [Field(2, Required = true)]
    public partial ValueMap<Counter> Counters { get; init; }
}

/// <inheritdoc cref="ResourceV1.NodeAllocatableResourceMapping"/>
[Message("k8s.io.api.resource.v1beta2")]
public sealed partial record NodeAllocatableResourceMapping
{
    [Field(1)]
    public partial string? CapacityKey { get; init; }

    [Field(2)]
    public partial Quantity? AllocationMultiplier { get; init; }
}

/// <inheritdoc cref="ResourceV1.ResourcePool"/>
[Message("k8s.io.api.resource.v1beta2")]
public sealed partial record ResourcePool
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2, Always = true, Required = true, Default = "0")]
    public partial long Generation { get; init; }

    [Field(3, Always = true, Required = true, Default = "0")]
    public partial long ResourceSliceCount { get; init; }
}

/// <inheritdoc cref="ResourceV1.ResourceSliceSpec"/>
[Message("k8s.io.api.resource.v1beta2")]
public sealed partial record ResourceSliceSpec
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Driver { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial ResourcePool Pool { get; init; }

    [Field(3)]
    public partial string? NodeName { get; init; }

    [Field(4)]
    public partial NodeSelector? NodeSelector { get; init; }

    [Field(5)]
    public partial bool? AllNodes { get; init; }

    [Field(6, ListType = "atomic")]
    public partial ValueList<Device> Devices { get; init; }

    [Field(7)]
    public partial bool? PerDeviceNodeSelection { get; init; }

    [Field(8, ListType = "atomic")]
    public partial ValueList<CounterSet> SharedCounters { get; init; }
}
