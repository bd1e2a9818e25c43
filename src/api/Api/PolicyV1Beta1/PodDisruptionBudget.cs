using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.PolicyV1Beta1;

/// <inheritdoc cref="PolicyV1.PodDisruptionBudget"/>
[Message("k8s.io.api.policy.v1beta1")]
[Kind("policy", "v1beta1", Plural = "poddisruptionbudgets", ShortNames = "pdb", Namespaced = true)]
public sealed partial record PodDisruptionBudget
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial PodDisruptionBudgetSpec Spec { get; init; }

    [Field(3, Always = true)]
    public partial PodDisruptionBudgetStatus Status { get; init; }
}

[Message("k8s.io.api.policy.v1beta1")]
[Kind("policy", "v1beta1")]
public sealed partial record PodDisruptionBudgetList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<PodDisruptionBudget> Items { get; init; }
}

/// <inheritdoc cref="PolicyV1.PodDisruptionBudgetSpec"/>
[Message("k8s.io.api.policy.v1beta1")]
public sealed partial record PodDisruptionBudgetSpec
{
    [Field(1)]
    public partial IntOrString? MinAvailable { get; init; }

    [Field(2)]
    public partial LabelSelector? Selector { get; init; }

    [Field(3)]
    public partial IntOrString? MaxUnavailable { get; init; }

    [Field(4)]
    public partial string? UnhealthyPodEvictionPolicy { get; init; }
}

/// <inheritdoc cref="PolicyV1.PodDisruptionBudgetStatus"/>
[Message("k8s.io.api.policy.v1beta1")]
public sealed partial record PodDisruptionBudgetStatus
{
    [Field(1)]
    public partial long ObservedGeneration { get; init; }

    [Field(2)]
    public partial ValueMap<Time> DisruptedPods { get; init; }

    [Field(3, Always = true)]
    public partial int DisruptionsAllowed { get; init; }

    [Field(4, Always = true)]
    public partial int CurrentHealthy { get; init; }

    [Field(5, Always = true)]
    public partial int DesiredHealthy { get; init; }

    [Field(6, Always = true)]
    public partial int ExpectedPods { get; init; }

    [Field(7)]
    public partial ValueList<Condition> Conditions { get; init; }
}
