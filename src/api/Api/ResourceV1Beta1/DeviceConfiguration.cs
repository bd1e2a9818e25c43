using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ResourceV1Beta1;

/// <inheritdoc cref="ResourceV1.DeviceConfiguration"/>
[Message("k8s.io.api.resource.v1beta1")]
public sealed partial record DeviceConfiguration
{
    [Field(1)]
    public partial OpaqueDeviceConfiguration? Opaque { get; init; }
}

/// <inheritdoc cref="ResourceV1.OpaqueDeviceConfiguration"/>
[Message("k8s.io.api.resource.v1beta1")]
public sealed partial record OpaqueDeviceConfiguration
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Driver { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial RawExtension Parameters { get; init; }
}
