using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.SchedulingV1Alpha2;

[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record PodGroupSchedulingPolicy
{
    [Field(1)]
    public partial BasicSchedulingPolicy? Basic { get; init; }

    [Field(2)]
    public partial GangSchedulingPolicy? Gang { get; init; }
}

[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record GangSchedulingPolicy
{
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial int MinCount { get; init; }
}

[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record BasicSchedulingPolicy
{
}
