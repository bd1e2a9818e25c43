using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoordinationV1Beta1;

/// <inheritdoc cref="CoordinationV1.Lease"/>
[Message("k8s.io.api.coordination.v1beta1")]
[Kind("coordination.k8s.io", "v1beta1", Plural = "leases", Namespaced = true)]
public sealed partial record Lease
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial LeaseSpec Spec { get; init; }
}

[Message("k8s.io.api.coordination.v1beta1")]
[Kind("coordination.k8s.io", "v1beta1")]
public sealed partial record LeaseList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<Lease> Items { get; init; }
}

/// <inheritdoc cref="CoordinationV1.LeaseSpec"/>
[Message("k8s.io.api.coordination.v1beta1")]
public sealed partial record LeaseSpec
{
    [Field(1)]
    public partial string? HolderIdentity { get; init; }

    [Field(2)]
    public partial int? LeaseDurationSeconds { get; init; }

    [Field(3)]
    public partial MicroTime? AcquireTime { get; init; }

    [Field(4)]
    public partial MicroTime? RenewTime { get; init; }

    [Field(5)]
    public partial int? LeaseTransitions { get; init; }

    [Field(6)]
    public partial string? Strategy { get; init; }

    [Field(7)]
    public partial string? PreferredHolder { get; init; }
}
