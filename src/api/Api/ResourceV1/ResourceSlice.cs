using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ResourceV1;

/// <summary>Devices of one driver, on a node or reachable from some. All slices of a pool and generation count together.</summary>
[Message("k8s.io.api.resource.v1")]
[Kind("resource.k8s.io", "v1", Plural = "resourceslices")]
public sealed partial record ResourceSlice
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial ResourceSliceSpec Spec { get; init; }
}

[Message("k8s.io.api.resource.v1")]
[Kind("resource.k8s.io", "v1")]
public sealed partial record ResourceSliceList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ResourceSlice> Items { get; init; }
}

/// <summary>How much a claim may take of a shareable device.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record CapacityRequestPolicy
{
    /// <summary>What a claim takes that asks for nothing.</summary>
    [Field(1, Always = true)]
    public partial Quantity? Default { get; init; }

    /// <summary>The amounts possible; a request is rounded up to one.</summary>
    [Field(3, ListType = "atomic")]
    public partial ValueList<Quantity> ValidValues { get; init; }

    /// <summary>The range possible.</summary>
    [Field(4)]
    public partial CapacityRequestPolicyRange? ValidRange { get; init; }
}

/// <summary>A range of amounts.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record CapacityRequestPolicyRange
{
    /// <summary>The least.</summary>
    [Field(1, Required = true)]
    public partial Quantity? Min { get; init; }

    /// <summary>The most.</summary>
    [Field(2)]
    public partial Quantity? Max { get; init; }

    /// <summary>The step between amounts.</summary>
    [Field(3)]
    public partial Quantity? Step { get; init; }
}

/// <summary>Counters that devices draw on.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record CounterSet
{
    /// <summary>The name, unique in the pool.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>The counters.</summary>
    [Field(2, Required = true)]
    public partial ValueMap<Counter> Counters { get; init; }
}

/// <summary>A device.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record Device
{
    /// <summary>The name, unique in the pool.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>What it is, by qualified name; at most 32 together with capacity.</summary>
    [Field(2)]
    public partial ValueMap<DeviceAttribute> Attributes { get; init; }

    /// <summary>How much it has.</summary>
    [Field(3)]
    public partial ValueMap<DeviceCapacity> Capacity { get; init; }

    /// <summary>What it draws from shared counters.</summary>
    [Field(4, ListType = "atomic")]
    public partial ValueList<DeviceCounterConsumption> ConsumesCounters { get; init; }

    /// <summary>The node that has it.</summary>
    [Field(5)]
    public partial string? NodeName { get; init; }

    /// <summary>The nodes from which it can be reached.</summary>
    [Field(6)]
    public partial NodeSelector? NodeSelector { get; init; }

    /// <summary>Whether it can be reached from all nodes.</summary>
    [Field(7)]
    public partial bool? AllNodes { get; init; }

    /// <summary>Marks that keep claims away.</summary>
    [Field(8, ListType = "atomic")]
    public partial ValueList<DeviceTaint> Taints { get; init; }

    /// <summary>Whether giving it away ties the claim to the node chosen.</summary>
    [Field(9)]
    public partial bool? BindsToNode { get; init; }

    /// <summary>Conditions that must be True before the pod is bound.</summary>
    [Field(10, ListType = "atomic")]
    public partial ValueList<string> BindingConditions { get; init; }

    /// <summary>Conditions that, once True, mean that it failed.</summary>
    [Field(11, ListType = "atomic")]
    public partial ValueList<string> BindingFailureConditions { get; init; }

    /// <summary>Whether several claims may share it.</summary>
    [Field(12)]
    public partial bool? AllowMultipleAllocations { get; init; }

    /// <summary>What giving it away takes of the node's own resources.</summary>
    [Field(13)]
    public partial ValueMap<NodeAllocatableResourceMapping> NodeAllocatableResourceMappings { get; init; }
}

/// <summary>A value; exactly one is set.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record DeviceAttribute
{
    /// <summary>A whole number.</summary>
    [Field(2)]
    public partial long? Int { get; init; }

    /// <summary>A truth value.</summary>
    [Field(3)]
    public partial bool? Bool { get; init; }

    /// <summary>A text of at most 64 characters.</summary>
    [Field(4)]
    public partial string? String { get; init; }

    /// <summary>A semantic version.</summary>
    [Field(5)]
    public partial string? Version { get; init; }

    /// <summary>Whole numbers.</summary>
    [Field(6, ListType = "atomic")]
    public partial ValueList<long> Ints { get; init; }

    /// <summary>Truth values.</summary>
    [Field(7, ListType = "atomic")]
    public partial ValueList<bool> Bools { get; init; }

    /// <summary>Texts.</summary>
    [Field(8, ListType = "atomic")]
    public partial ValueList<string> Strings { get; init; }

    /// <summary>Semantic versions.</summary>
    [Field(9, ListType = "atomic")]
    public partial ValueList<string> Versions { get; init; }
}

/// <summary>How much a device has of something.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record DeviceCapacity
{
    /// <summary>The amount.</summary>
    [Field(1, Always = true, Required = true)]
    public partial Quantity Value { get; init; }

    /// <summary>How much a claim may take.</summary>
    [Field(2)]
    public partial CapacityRequestPolicy? RequestPolicy { get; init; }
}

/// <summary>What a device draws from a set of counters.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record DeviceCounterConsumption
{
    /// <summary>The set.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string CounterSet { get; init; }

    /// <summary>How much of each.</summary>
    [Field(2, Required = true)]
    public partial ValueMap<Counter> Counters { get; init; }
}

/// <summary>A mark on a device.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record DeviceTaint
{
    /// <summary>The key.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Key { get; init; }

    /// <summary>The value.</summary>
    [Field(2)]
    public partial string Value { get; init; }

    /// <summary><c>None</c>, <c>NoSchedule</c> or <c>NoExecute</c>.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Effect { get; init; }

    /// <summary>When it was set.</summary>
    [Field(4)]
    public partial Time? TimeAdded { get; init; }
}

/// <summary>How a device's capacity counts against the node's own resources.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record NodeAllocatableResourceMapping
{
    /// <summary>The capacity.</summary>
    [Field(1)]
    public partial string? CapacityKey { get; init; }

    /// <summary>By what it is multiplied.</summary>
    [Field(2)]
    public partial Quantity? AllocationMultiplier { get; init; }
}

/// <summary>A pool of devices.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record ResourcePool
{
    /// <summary>The name; often the node's.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>Counts the changes of the pool; slices of older ones are passed over.</summary>
    [Field(2, Always = true, Required = true, Default = "0")]
    public partial long Generation { get; init; }

    /// <summary>How many slices the pool has.</summary>
    [Field(3, Always = true, Required = true, Default = "0")]
    public partial long ResourceSliceCount { get; init; }
}

/// <summary>The devices.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record ResourceSliceSpec
{
    /// <summary>The driver. Fixed.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Driver { get; init; }

    /// <summary>The pool that the slice belongs to.</summary>
    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial ResourcePool Pool { get; init; }

    /// <summary>The node that has the devices. One of this, nodeSelector, allNodes and perDeviceNodeSelection is set.</summary>
    [Field(3)]
    public partial string? NodeName { get; init; }

    /// <summary>The nodes from which they can be reached.</summary>
    [Field(4)]
    public partial NodeSelector? NodeSelector { get; init; }

    /// <summary>Whether they can be reached from all nodes.</summary>
    [Field(5)]
    public partial bool? AllNodes { get; init; }

    /// <summary>The devices; at most 128.</summary>
    [Field(6, ListType = "atomic")]
    public partial ValueList<Device> Devices { get; init; }

    /// <summary>Whether each device says its nodes itself.</summary>
    [Field(7)]
    public partial bool? PerDeviceNodeSelection { get; init; }

    /// <summary>Sets of counters that devices draw on; at most 8.</summary>
    [Field(8, ListType = "atomic")]
    public partial ValueList<CounterSet> SharedCounters { get; init; }
}
