using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ExtensionsV1Beta1;

/// <inheritdoc cref="NetworkingV1.NetworkPolicyPeer"/>
[Message("k8s.io.api.extensions.v1beta1")]
public sealed partial record NetworkPolicyPeer
{
    [Field(1)]
    public partial LabelSelector? PodSelector { get; init; }

    [Field(2)]
    public partial LabelSelector? NamespaceSelector { get; init; }

    [Field(3)]
    public partial IPBlock? IpBlock { get; init; }
}

/// <inheritdoc cref="NetworkingV1.IPBlock"/>
[Message("k8s.io.api.extensions.v1beta1")]
public sealed partial record IPBlock
{
    [Field(1, Always = true)]
    public partial string Cidr { get; init; }

    [Field(2)]
    public partial ValueList<string> Except { get; init; }
}
