using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.FlowControlV1Beta1;

/// <inheritdoc cref="FlowControlV1.PriorityLevelConfiguration"/>
[Message("k8s.io.api.flowcontrol.v1beta1")]
[Kind("flowcontrol.apiserver.k8s.io", "v1beta1", Plural = "prioritylevelconfigurations")]
public sealed partial record PriorityLevelConfiguration
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial PriorityLevelConfigurationSpec Spec { get; init; }

    [Field(3, Always = true)]
    public partial PriorityLevelConfigurationStatus Status { get; init; }
}

[Message("k8s.io.api.flowcontrol.v1beta1")]
[Kind("flowcontrol.apiserver.k8s.io", "v1beta1")]
public sealed partial record PriorityLevelConfigurationList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<PriorityLevelConfiguration> Items { get; init; }
}

/// <inheritdoc cref="FlowControlV1.ExemptPriorityLevelConfiguration"/>
[Message("k8s.io.api.flowcontrol.v1beta1")]
public sealed partial record ExemptPriorityLevelConfiguration
{
    [Field(1)]
    public partial int? NominalConcurrencyShares { get; init; }

    [Field(2)]
    public partial int? LendablePercent { get; init; }
}

/// <inheritdoc cref="FlowControlV1.LimitResponse"/>
[Message("k8s.io.api.flowcontrol.v1beta1")]
public sealed partial record LimitResponse
{
    [Field(1, Always = true)]
    public partial string Type { get; init; }

    [Field(2)]
    public partial QueuingConfiguration? Queuing { get; init; }
}

/// <inheritdoc cref="FlowControlV1.LimitedPriorityLevelConfiguration"/>
[Message("k8s.io.api.flowcontrol.v1beta1")]
public sealed partial record LimitedPriorityLevelConfiguration
{
    [Field(1, Always = true)]
    public partial int AssuredConcurrencyShares { get; init; }

    [Field(2, Always = true)]
    public partial LimitResponse LimitResponse { get; init; }

    [Field(3)]
    public partial int? LendablePercent { get; init; }

    [Field(4)]
    public partial int? BorrowingLimitPercent { get; init; }
}

/// <inheritdoc cref="FlowControlV1.PriorityLevelConfigurationCondition"/>
[Message("k8s.io.api.flowcontrol.v1beta1")]
public sealed partial record PriorityLevelConfigurationCondition
{
    [Field(1)]
    public partial string Type { get; init; }

    [Field(2)]
    public partial string Status { get; init; }

    [Field(3, Always = true)]
    public partial Time LastTransitionTime { get; init; }

    [Field(4)]
    public partial string Reason { get; init; }

    [Field(5)]
    public partial string Message { get; init; }
}

/// <inheritdoc cref="FlowControlV1.PriorityLevelConfigurationSpec"/>
[Message("k8s.io.api.flowcontrol.v1beta1")]
public sealed partial record PriorityLevelConfigurationSpec
{
    [Field(1, Always = true)]
    public partial string Type { get; init; }

    [Field(2)]
    public partial LimitedPriorityLevelConfiguration? Limited { get; init; }

    [Field(3)]
    public partial ExemptPriorityLevelConfiguration? Exempt { get; init; }
}

/// <inheritdoc cref="FlowControlV1.PriorityLevelConfigurationStatus"/>
[Message("k8s.io.api.flowcontrol.v1beta1")]
public sealed partial record PriorityLevelConfigurationStatus
{
    [Field(1)]
    public partial ValueList<PriorityLevelConfigurationCondition> Conditions { get; init; }
}

/// <inheritdoc cref="FlowControlV1.QueuingConfiguration"/>
[Message("k8s.io.api.flowcontrol.v1beta1")]
public sealed partial record QueuingConfiguration
{
    [Field(1, Always = true)]
    public partial int Queues { get; init; }

    [Field(2, Always = true)]
    public partial int HandSize { get; init; }

    [Field(3, Always = true)]
    public partial int QueueLengthLimit { get; init; }
}
