using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.SchedulingV1Beta1;

/// <inheritdoc cref="SchedulingV1.PriorityClass"/>
[Message("k8s.io.api.scheduling.v1beta1")]
[Kind("scheduling.k8s.io", "v1beta1", Plural = "priorityclasses", ShortNames = "pc")]
public sealed partial record PriorityClass
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial int Value { get; init; }

    [Field(3)]
    public partial bool GlobalDefault { get; init; }

    [Field(4)]
    public partial string Description { get; init; }

    [Field(5)]
    public partial string? PreemptionPolicy { get; init; }
}

[Message("k8s.io.api.scheduling.v1beta1")]
[Kind("scheduling.k8s.io", "v1beta1")]
public sealed partial record PriorityClassList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<PriorityClass> Items { get; init; }
}
