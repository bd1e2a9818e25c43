using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.SchedulingV1Alpha2;

[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record PodGroupSchedulingConstraints
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<TopologyConstraint> Topology { get; init; }
}

[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record TopologyConstraint
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Key { get; init; }
}
