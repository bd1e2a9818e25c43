using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoordinationV1Beta1;

/// <summary>Someone who could hold a lease, for the server to choose from.</summary>
[Message("k8s.io.api.coordination.v1beta1")]
[Kind("coordination.k8s.io", "v1beta1", Plural = "leasecandidates", Namespaced = true)]
public sealed partial record LeaseCandidate
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial LeaseCandidateSpec Spec { get; init; }
}

[Message("k8s.io.api.coordination.v1beta1")]
[Kind("coordination.k8s.io", "v1beta1")]
public sealed partial record LeaseCandidateList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<LeaseCandidate> Items { get; init; }
}

/// <summary>The lease and the candidate.</summary>
[Message("k8s.io.api.coordination.v1beta1")]
public sealed partial record LeaseCandidateSpec
{
    /// <summary>The lease. Fixed.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string LeaseName { get; init; }

    /// <summary>When the server last asked whether it is there.</summary>
    [Field(2)]
    public partial MicroTime? PingTime { get; init; }

    /// <summary>When it last answered.</summary>
    [Field(3)]
    public partial MicroTime? RenewTime { get; init; }

    /// <summary>Its version.</summary>
    [Field(4, Always = true, Required = true, Default = "\"\"")]
    public partial string BinaryVersion { get; init; }

    /// <summary>The version that it behaves like.</summary>
    [Field(5)]
    public partial string EmulationVersion { get; init; }

    /// <summary>How the holder is chosen.</summary>
    [Field(6, Required = true)]
    public partial string Strategy { get; init; }
}
