using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ResourceV1;

/// <summary>What a device must be.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record DeviceSelector
{
    /// <summary>As a CEL expression.</summary>
    [Field(1)]
    public partial CELDeviceSelector? Cel { get; init; }
}

/// <summary>What a device must be.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record CELDeviceSelector
{
    /// <summary>The expression; <c>device</c> has driver, attributes and capacity.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Expression { get; init; }
}
