using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.NetworkingV1;

[Message("k8s.io.api.networking.v1")]
public sealed partial record NetworkPolicyPort
{
    [Field(1)]
    public partial string? Protocol { get; init; }

    [Field(2)]
    public partial IntOrString? Port { get; init; }

    [Field(3)]
    public partial int? EndPort { get; init; }
}
