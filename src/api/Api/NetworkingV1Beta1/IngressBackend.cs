using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.NetworkingV1Beta1;

/// <inheritdoc cref="NetworkingV1.IngressBackend"/>
[Message("k8s.io.api.networking.v1beta1")]
public sealed partial record IngressBackend
{
    [Field(1)]
    public partial string ServiceName { get; init; }

    [Field(2, Always = true)]
    public partial IntOrString ServicePort { get; init; }

    [Field(3)]
    public partial TypedLocalObjectReference? Resource { get; init; }
}
