using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ResourceV1Beta1;

/// <inheritdoc cref="ResourceV1.ResourceClaimSpec"/>
[Message("k8s.io.api.resource.v1beta1")]
public sealed partial record ResourceClaimSpec
{
    [Field(1, Always = true, Default = "{}")]
    public partial DeviceClaim Devices { get; init; }
}

/// <inheritdoc cref="ResourceV1.DeviceClaim"/>
[Message("k8s.io.api.resource.v1beta1")]
public sealed partial record DeviceClaim
{
    [Field(1, Always = true, ListType = "atomic")]
    public partial ValueList<DeviceRequest> Requests { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<DeviceConstraint> Constraints { get; init; }

    [Field(3, ListType = "atomic")]
    public partial ValueList<DeviceClaimConfiguration> Config { get; init; }
}

/// <inheritdoc cref="ResourceV1.DeviceClaimConfiguration"/>
[Message("k8s.io.api.resource.v1beta1")]
public sealed partial record DeviceClaimConfiguration
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<string> Requests { get; init; }

    [Field(2, Inline = true)]
    public partial DeviceConfiguration DeviceConfiguration { get; init; }
}

/// <inheritdoc cref="ResourceV1.DeviceConstraint"/>
[Message("k8s.io.api.resource.v1beta1")]
public sealed partial record DeviceConstraint
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<string> Requests { get; init; }

    [Field(2)]
    public partial string? MatchAttribute { get; init; }

    [Field(3)]
    public partial string? DistinctAttribute { get; init; }
}

/// <inheritdoc cref="ResourceV1.DeviceRequest"/>
[Message("k8s.io.api.resource.v1beta1")]
public sealed partial record DeviceRequest
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2, Always = true, Default = "\"\"")]
    public partial string DeviceClassName { get; init; }

    [Field(3, ListType = "atomic")]
    public partial ValueList<DeviceSelector> Selectors { get; init; }

    [Field(4)]
    public partial string AllocationMode { get; init; }

    [Field(5)]
    public partial long Count { get; init; }

    [Field(6)]
    public partial bool? AdminAccess { get; init; }

    [Field(7, ListType = "atomic")]
    public partial ValueList<DeviceSubRequest> FirstAvailable { get; init; }

    [Field(8, ListType = "atomic")]
    public partial ValueList<DeviceToleration> Tolerations { get; init; }

    [Field(9)]
    public partial CapacityRequirements? Capacity { get; init; }
}

/// <inheritdoc cref="ResourceV1.DeviceSubRequest"/>
[Message("k8s.io.api.resource.v1beta1")]
public sealed partial record DeviceSubRequest
{
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

    [Field(7, ListType = "atomic")]
    public partial ValueList<DeviceToleration> Tolerations { get; init; }

    [Field(8)]
    public partial CapacityRequirements? Capacity { get; init; }
}
