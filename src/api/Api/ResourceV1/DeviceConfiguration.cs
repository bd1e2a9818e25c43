using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ResourceV1;

/// <summary>Settings for a driver; exactly one form is set.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record DeviceConfiguration
{
    /// <summary>Settings that only the driver understands.</summary>
    [Field(1)]
    public partial OpaqueDeviceConfiguration? Opaque { get; init; }
}

/// <summary>Settings that only a driver understands.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record OpaqueDeviceConfiguration
{
    /// <summary>The driver.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Driver { get; init; }

    /// <summary>The settings; at most 10 KiB.</summary>
    [Field(2, Always = true, Required = true)]
    public partial RawExtension Parameters { get; init; }
}
