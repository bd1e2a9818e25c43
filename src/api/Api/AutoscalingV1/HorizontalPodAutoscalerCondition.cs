using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AutoscalingV1;

/// <inheritdoc cref="AutoscalingV2.HorizontalPodAutoscalerCondition"/>
[Message("k8s.io.api.autoscaling.v1")]
public sealed partial record HorizontalPodAutoscalerCondition
{
    [Field(1, Always = true)]
    public partial string Type { get; init; }

    [Field(2, Always = true)]
    public partial string Status { get; init; }

    [Field(3, Always = true)]
    public partial Time LastTransitionTime { get; init; }

    [Field(4)]
    public partial string Reason { get; init; }

    [Field(5)]
    public partial string Message { get; init; }
}
