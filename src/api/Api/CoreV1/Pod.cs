using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>
/// A group of containers that run together on one node, share a network address and volumes, and live and die as one. Usually made by a
/// workload such as a Deployment rather than by hand.
/// </summary>
[Message("k8s.io.api.core.v1")]
[Kind("", "v1", Plural = "pods", ShortNames = "po", Categories = "all", Namespaced = true)]
public sealed partial record Pod
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial PodSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial PodStatus Status { get; init; }
}

[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record PodList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<Pod> Items { get; init; }
}
