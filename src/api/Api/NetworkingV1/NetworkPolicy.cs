using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.NetworkingV1;

/// <summary>Which traffic pods may receive and send. Pods that no policy selects may do everything; policies add up.</summary>
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

/// <summary>Traffic that may go out.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record NetworkPolicyEgressRule
{
    /// <summary>To which ports; all when empty.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<NetworkPolicyPort> Ports { get; init; }

    /// <summary>To where; everywhere when empty.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<NetworkPolicyPeer> To { get; init; }
}

/// <summary>Traffic that may come in.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record NetworkPolicyIngressRule
{
    /// <summary>To which ports; all when empty.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<NetworkPolicyPort> Ports { get; init; }

    /// <summary>From where; everywhere when empty.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<NetworkPolicyPeer> From { get; init; }
}

/// <summary>The pods and their rules.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record NetworkPolicySpec
{
    /// <summary>The pods that the policy is about; an empty selector takes all of the namespace.</summary>
    [Field(1, Always = true, Default = "{}")]
    public partial LabelSelector PodSelector { get; init; }

    /// <summary>Traffic that may come in. With an empty list, none.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<NetworkPolicyIngressRule> Ingress { get; init; }

    /// <summary>Traffic that may go out. With an empty list, none.</summary>
    [Field(3, ListType = "atomic")]
    public partial ValueList<NetworkPolicyEgressRule> Egress { get; init; }

    /// <summary><c>Ingress</c>, <c>Egress</c> or both. By default Ingress, and Egress where it has rules.</summary>
    [Field(4, ListType = "atomic")]
    public partial ValueList<string> PolicyTypes { get; init; }
}
