using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.NetworkingV1;

/// <summary>A range from which Services get their addresses, beside the one the server was started with.</summary>
[Message("k8s.io.api.networking.v1")]
[Kind("networking.k8s.io", "v1", Plural = "servicecidrs")]
public sealed partial record ServiceCIDR
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial ServiceCIDRSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial ServiceCIDRStatus Status { get; init; }
}

[Message("k8s.io.api.networking.v1")]
[Kind("networking.k8s.io", "v1")]
public sealed partial record ServiceCIDRList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ServiceCIDR> Items { get; init; }
}

/// <summary>The ranges.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record ServiceCIDRSpec
{
    /// <summary>One range, or one of each family. Fixed.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<string> Cidrs { get; init; }
}

/// <summary>How a range is doing.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record ServiceCIDRStatus
{
    /// <summary>What holds at present; Ready when addresses may be taken.</summary>
    [Field(1, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<Condition> Conditions { get; init; }
}
