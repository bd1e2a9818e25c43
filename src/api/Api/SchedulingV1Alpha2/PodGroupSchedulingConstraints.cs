using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.SchedulingV1Alpha2;

/// <summary>Where pods must be in relation to each other.</summary>
[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record PodGroupSchedulingConstraints
{
    /// <summary>Places in which they must all be; at most one.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<TopologyConstraint> Topology { get; init; }
}

/// <summary>A place in which all pods must be.</summary>
[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record TopologyConstraint
{
    /// <summary>The node label whose equal values make one place.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Key { get; init; }
}
