using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
[Kind("", "v1")]
public sealed partial record DeleteOptions
{
    [Field(1)]
    public partial long? GracePeriodSeconds { get; init; }

    [Field(2)]
    public partial Preconditions? Preconditions { get; init; }

    [Field(3)]
    public partial bool? OrphanDependents { get; init; }

    [Field(4)]
    public partial string? PropagationPolicy { get; init; }

    [Field(5, ListType = "atomic")]
    public partial ValueList<string> DryRun { get; init; }

    [Field(6)]
    public partial bool? IgnoreStoreReadErrorWithClusterBreakingPotential { get; init; }
}

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record Preconditions
{
    [Field(1)]
    public partial string? Uid { get; init; }

    [Field(2)]
    public partial string? ResourceVersion { get; init; }
}
