using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.NetworkingV1Beta1;

/// <inheritdoc cref="NetworkingV1.ServiceCIDR"/>
[Message("k8s.io.api.networking.v1beta1")]
[Kind("networking.k8s.io", "v1beta1", Plural = "servicecidrs")]
public sealed partial record ServiceCIDR
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial ServiceCIDRSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial ServiceCIDRStatus Status { get; init; }
}

[Message("k8s.io.api.networking.v1beta1")]
[Kind("networking.k8s.io", "v1beta1")]
public sealed partial record ServiceCIDRList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ServiceCIDR> Items { get; init; }
}

/// <inheritdoc cref="NetworkingV1.ServiceCIDRSpec"/>
[Message("k8s.io.api.networking.v1beta1")]
public sealed partial record ServiceCIDRSpec
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<string> Cidrs { get; init; }
}

/// <inheritdoc cref="NetworkingV1.ServiceCIDRStatus"/>
[Message("k8s.io.api.networking.v1beta1")]
public sealed partial record ServiceCIDRStatus
{
    [Field(1, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<Condition> Conditions { get; init; }
}
