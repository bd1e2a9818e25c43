using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ResourceV1Beta1;

/// <inheritdoc cref="ResourceV1.DeviceSelector"/>
[Message("k8s.io.api.resource.v1beta1")]
public sealed partial record DeviceSelector
{
    [Field(1)]
    public partial CELDeviceSelector? Cel { get; init; }
}

/// <inheritdoc cref="ResourceV1.CELDeviceSelector"/>
[Message("k8s.io.api.resource.v1beta1")]
public sealed partial record CELDeviceSelector
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Expression { get; init; }
}
