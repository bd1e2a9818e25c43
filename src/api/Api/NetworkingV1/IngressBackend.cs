using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.NetworkingV1;

[Message("k8s.io.api.networking.v1")]
public sealed partial record IngressBackend
{
    [Field(4)]
    public partial IngressServiceBackend? Service { get; init; }

    [Field(3)]
    public partial TypedLocalObjectReference? Resource { get; init; }
}

[Message("k8s.io.api.networking.v1")]
public sealed partial record IngressServiceBackend
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial ServiceBackendPort Port { get; init; }
}

[Message("k8s.io.api.networking.v1")]
public sealed partial record ServiceBackendPort
{
    [Field(1)]
    public partial string Name { get; init; }

    [Field(2)]
    public partial int Number { get; init; }
}
