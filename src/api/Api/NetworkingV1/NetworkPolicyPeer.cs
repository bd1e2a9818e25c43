using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.NetworkingV1;

/// <summary>The other end: pods, or a range of addresses.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record NetworkPolicyPeer
{
    /// <summary>Pods by label, in the namespaces selected or in the policy's own.</summary>
    [Field(1)]
    public partial LabelSelector? PodSelector { get; init; }

    /// <summary>Namespaces by label; all of their pods unless podSelector narrows them.</summary>
    [Field(2)]
    public partial LabelSelector? NamespaceSelector { get; init; }

    /// <summary>A range of addresses. Excludes the selectors.</summary>
    [Field(3)]
    public partial IPBlock? IpBlock { get; init; }
}

/// <summary>A range of addresses.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record IPBlock
{
    /// <summary>The range, such as <c>192.168.1.0/24</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Cidr { get; init; }

    /// <summary>Ranges within it that are left out.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<string> Except { get; init; }
}
