using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.NetworkingV1;

[Message("k8s.io.api.networking.v1")]
public sealed partial record NetworkPolicyPeer
{
    [Field(1)]
    public partial LabelSelector? PodSelector { get; init; }

    [Field(2)]
    public partial LabelSelector? NamespaceSelector { get; init; }

    [Field(3)]
    public partial IPBlock? IpBlock { get; init; }
}

[Message("k8s.io.api.networking.v1")]
public sealed partial record IPBlock
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Cidr { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<string> Except { get; init; }
}
