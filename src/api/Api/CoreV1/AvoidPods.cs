using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record AvoidPods
{
    [Field(1)]
    public partial ValueList<PreferAvoidPodsEntry> PreferAvoidPods { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PodSignature
{
    [Field(1)]
    public partial OwnerReference? PodController { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PreferAvoidPodsEntry
{
    [Field(1, Always = true)]
    public partial PodSignature PodSignature { get; init; }

    [Field(2, Always = true)]
    public partial Time EvictionTime { get; init; }

    [Field(3)]
    public partial string Reason { get; init; }

    [Field(4)]
    public partial string Message { get; init; }
}
