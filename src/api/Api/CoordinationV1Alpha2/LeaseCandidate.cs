using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoordinationV1Alpha2;

/// <inheritdoc cref="CoordinationV1Beta1.LeaseCandidate"/>
[Message("k8s.io.api.coordination.v1alpha2")]
[Kind("coordination.k8s.io", "v1alpha2", Plural = "leasecandidates", Namespaced = true)]
public sealed partial record LeaseCandidate
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial LeaseCandidateSpec Spec { get; init; }
}

[Message("k8s.io.api.coordination.v1alpha2")]
[Kind("coordination.k8s.io", "v1alpha2")]
public sealed partial record LeaseCandidateList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<LeaseCandidate> Items { get; init; }
}

/// <inheritdoc cref="CoordinationV1Beta1.LeaseCandidateSpec"/>
[Message("k8s.io.api.coordination.v1alpha2")]
public sealed partial record LeaseCandidateSpec
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string LeaseName { get; init; }

    [Field(2)]
    public partial MicroTime? PingTime { get; init; }

    [Field(3)]
    public partial MicroTime? RenewTime { get; init; }

    [Field(4, Always = true, Required = true, Default = "\"\"")]
    public partial string BinaryVersion { get; init; }

    [Field(5)]
    public partial string EmulationVersion { get; init; }

    [Field(6, Required = true)]
    public partial string Strategy { get; init; }
}
