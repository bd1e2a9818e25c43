using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ExtensionsV1Beta1;

/// <inheritdoc cref="NetworkingV1.NetworkPolicy"/>
[Message("k8s.io.api.extensions.v1beta1")]
[Kind("extensions", "v1beta1", Plural = "networkpolicies", ShortNames = "netpol", Namespaced = true)]
public sealed partial record NetworkPolicy
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial NetworkPolicySpec Spec { get; init; }
}

[Message("k8s.io.api.extensions.v1beta1")]
[Kind("extensions", "v1beta1")]
public sealed partial record NetworkPolicyList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<NetworkPolicy> Items { get; init; }
}

/// <inheritdoc cref="NetworkingV1.NetworkPolicyEgressRule"/>
[Message("k8s.io.api.extensions.v1beta1")]
public sealed partial record NetworkPolicyEgressRule
{
    [Field(1)]
    public partial ValueList<NetworkPolicyPort> Ports { get; init; }

    [Field(2)]
    public partial ValueList<NetworkPolicyPeer> To { get; init; }
}

/// <inheritdoc cref="NetworkingV1.NetworkPolicyIngressRule"/>
[Message("k8s.io.api.extensions.v1beta1")]
public sealed partial record NetworkPolicyIngressRule
{
    [Field(1)]
    public partial ValueList<NetworkPolicyPort> Ports { get; init; }

    [Field(2)]
    public partial ValueList<NetworkPolicyPeer> From { get; init; }
}

/// <inheritdoc cref="NetworkingV1.NetworkPolicySpec"/>
[Message("k8s.io.api.extensions.v1beta1")]
public sealed partial record NetworkPolicySpec
{
    [Field(1, Always = true)]
    public partial LabelSelector PodSelector { get; init; }

    [Field(2)]
    public partial ValueList<NetworkPolicyIngressRule> Ingress { get; init; }

    [Field(3)]
    public partial ValueList<NetworkPolicyEgressRule> Egress { get; init; }

    [Field(4)]
    public partial ValueList<string> PolicyTypes { get; init; }
}
