using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ResourceV1;

/// <summary>A sort of device that claims ask for by name.</summary>
[Message("k8s.io.api.resource.v1")]
[Kind("resource.k8s.io", "v1", Plural = "deviceclasses")]
public sealed partial record DeviceClass
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial DeviceClassSpec Spec { get; init; }
}

[Message("k8s.io.api.resource.v1")]
[Kind("resource.k8s.io", "v1")]
public sealed partial record DeviceClassList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<DeviceClass> Items { get; init; }
}

/// <summary>Settings for a driver.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record DeviceClassConfiguration
{
    /// <summary>The settings.</summary>
    [Field(1, Inline = true)]
    public partial DeviceConfiguration DeviceConfiguration { get; init; }
}

/// <summary>Which devices, with which settings.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record DeviceClassSpec
{
    /// <summary>What a device must be; all must hold.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<DeviceSelector> Selectors { get; init; }

    /// <summary>Settings for the driver, for every claim of the class.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<DeviceClassConfiguration> Config { get; init; }

    /// <summary>An extended resource that pods may request in place of a claim.</summary>
    [Field(4)]
    public partial string? ExtendedResourceName { get; init; }
}
