using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ResourceV1;

/// <summary>What is asked for. Fixed.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record ResourceClaimSpec
{
    /// <summary>The devices.</summary>
    [Field(1, Always = true, Default = "{}")]
    public partial DeviceClaim Devices { get; init; }
}

/// <summary>Devices asked for.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record DeviceClaim
{
    /// <summary>The requests; all must be met. At most 32.</summary>
    [Field(1, Always = true, ListType = "atomic")]
    public partial ValueList<DeviceRequest> Requests { get; init; }

    /// <summary>What the devices must have in common. At most 32.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<DeviceConstraint> Constraints { get; init; }

    /// <summary>Settings for the drivers. At most 32.</summary>
    [Field(3, ListType = "atomic")]
    public partial ValueList<DeviceClaimConfiguration> Config { get; init; }
}

/// <summary>Settings for a driver.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record DeviceClaimConfiguration
{
    /// <summary>The requests that they are for; all when empty.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<string> Requests { get; init; }

    /// <summary>The settings.</summary>
    [Field(2, Inline = true)]
    public partial DeviceConfiguration DeviceConfiguration { get; init; }
}

/// <summary>What devices must have in common.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record DeviceConstraint
{
    /// <summary>The requests that it is about; all when empty.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<string> Requests { get; init; }

    /// <summary>An attribute that must be the same in all.</summary>
    [Field(2)]
    public partial string? MatchAttribute { get; init; }

    /// <summary>An attribute that must differ in all.</summary>
    [Field(3)]
    public partial string? DistinctAttribute { get; init; }
}

/// <summary>A request for devices: exactly one sort, or the first that can be had of several.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record DeviceRequest
{
    /// <summary>The name, a DNS label, unique in the claim.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>One sort.</summary>
    [Field(2)]
    public partial ExactDeviceRequest? Exactly { get; init; }

    /// <summary>Several sorts, best first; at most 8.</summary>
    [Field(3, ListType = "atomic")]
    public partial ValueList<DeviceSubRequest> FirstAvailable { get; init; }
}

/// <summary>One of several sorts.</summary>
/// <inheritdoc cref="ExactDeviceRequest"/>
[Message("k8s.io.api.resource.v1")]
public sealed partial record DeviceSubRequest
{
    /// <summary>The name, unique in the request.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string DeviceClassName { get; init; }

    [Field(3, ListType = "atomic")]
    public partial ValueList<DeviceSelector> Selectors { get; init; }

    [Field(4)]
    public partial string AllocationMode { get; init; }

    [Field(5)]
    public partial long Count { get; init; }

    [Field(6, ListType = "atomic")]
    public partial ValueList<DeviceToleration> Tolerations { get; init; }

    [Field(7)]
    public partial CapacityRequirements? Capacity { get; init; }
}

/// <summary>A request for one sort of device.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record ExactDeviceRequest
{
    /// <summary>The class.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string DeviceClassName { get; init; }

    /// <summary>What a device must be besides; all must hold.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<DeviceSelector> Selectors { get; init; }

    /// <summary><c>ExactCount</c> (the default) or <c>All</c> that match on one node.</summary>
    [Field(3)]
    public partial string AllocationMode { get; init; }

    /// <summary>How many, for ExactCount; 1 by default.</summary>
    [Field(4)]
    public partial long Count { get; init; }

    /// <summary>Whether devices are given that others have, for administration. Only in namespaces labelled for it.</summary>
    [Field(5)]
    public partial bool? AdminAccess { get; init; }

    /// <summary>Taints of devices that are put up with.</summary>
    [Field(6, ListType = "atomic")]
    public partial ValueList<DeviceToleration> Tolerations { get; init; }

    /// <summary>How much of a shareable device is needed.</summary>
    [Field(7)]
    public partial CapacityRequirements? Capacity { get; init; }
}
