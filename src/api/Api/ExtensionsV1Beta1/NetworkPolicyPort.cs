using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ExtensionsV1Beta1;

/// <inheritdoc cref="NetworkingV1.NetworkPolicyPort"/>
[Message("k8s.io.api.extensions.v1beta1")]
public sealed partial record NetworkPolicyPort
{
    [Field(1)]
    public partial string? Protocol { get; init; }

    [Field(2)]
    public partial IntOrString? Port { get; init; }

    [Field(3)]
    public partial int? EndPort { get; init; }
}
