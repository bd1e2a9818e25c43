using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AutoscalingV1;

[Message("k8s.io.api.autoscaling.v1")]
[Kind("autoscaling", "v1", Plural = "scales", Namespaced = true)]
public sealed partial record Scale
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial ScaleSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial ScaleStatus Status { get; init; }
}

[Message("k8s.io.api.autoscaling.v1")]
public sealed partial record ScaleSpec
{
    [Field(1, Default = "0")]
    public partial int Replicas { get; init; }
}

[Message("k8s.io.api.autoscaling.v1")]
public sealed partial record ScaleStatus
{
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial int Replicas { get; init; }

    [Field(2)]
    public partial string Selector { get; init; }
}
