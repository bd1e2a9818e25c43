using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ResourceV1Beta1;

/// <inheritdoc cref="ResourceV1.DeviceClass"/>
[Message("k8s.io.api.resource.v1beta1")]
[Kind("resource.k8s.io", "v1beta1", Plural = "deviceclasses")]
public sealed partial record DeviceClass
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial DeviceClassSpec Spec { get; init; }
}

[Message("k8s.io.api.resource.v1beta1")]
[Kind("resource.k8s.io", "v1beta1")]
public sealed partial record DeviceClassList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<DeviceClass> Items { get; init; }
}

/// <inheritdoc cref="ResourceV1.DeviceClassConfiguration"/>
[Message("k8s.io.api.resource.v1beta1")]
public sealed partial record DeviceClassConfiguration
{
    [Field(1, Inline = true)]
    public partial DeviceConfiguration DeviceConfiguration { get; init; }
}

/// <inheritdoc cref="ResourceV1.DeviceClassSpec"/>
[Message("k8s.io.api.resource.v1beta1")]
public sealed partial record DeviceClassSpec
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<DeviceSelector> Selectors { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<DeviceClassConfiguration> Config { get; init; }

    [Field(4)]
    public partial string? ExtendedResourceName { get; init; }
}
