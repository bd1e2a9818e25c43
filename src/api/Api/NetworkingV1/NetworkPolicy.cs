using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.NetworkingV1;

[Message("k8s.io.api.networking.v1")]
[Kind("networking.k8s.io", "v1", Plural = "networkpolicies", ShortNames = "netpol", Namespaced = true)]
public sealed partial record NetworkPolicy
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial NetworkPolicySpec Spec { get; init; }
}

[Message("k8s.io.api.networking.v1")]
[Kind("networking.k8s.io", "v1")]
public sealed partial record NetworkPolicyList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<NetworkPolicy> Items { get; init; }
}

[Message("k8s.io.api.networking.v1")]
public sealed partial record NetworkPolicyEgressRule
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<NetworkPolicyPort> Ports { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<NetworkPolicyPeer> To { get; init; }
}

[Message("k8s.io.api.networking.v1")]
public sealed partial record NetworkPolicyIngressRule
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<NetworkPolicyPort> Ports { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<NetworkPolicyPeer> From { get; init; }
}

[Message("k8s.io.api.networking.v1")]
public sealed partial record NetworkPolicySpec
{
    [Field(1, Always = true, Default = "{}")]
    public partial LabelSelector PodSelector { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<NetworkPolicyIngressRule> Ingress { get; init; }

    [Field(3, ListType = "atomic")]
    public partial ValueList<NetworkPolicyEgressRule> Egress { get; init; }

    [Field(4, ListType = "atomic")]
    public partial ValueList<string> PolicyTypes { get; init; }
}
