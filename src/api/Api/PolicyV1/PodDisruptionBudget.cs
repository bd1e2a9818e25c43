using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.PolicyV1;

[Message("k8s.io.api.policy.v1")]
[Kind("policy", "v1", Plural = "poddisruptionbudgets", ShortNames = "pdb", Namespaced = true)]
public sealed partial record PodDisruptionBudget
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial PodDisruptionBudgetSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial PodDisruptionBudgetStatus Status { get; init; }
}

[Message("k8s.io.api.policy.v1")]
[Kind("policy", "v1")]
public sealed partial record PodDisruptionBudgetList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<PodDisruptionBudget> Items { get; init; }
}

[Message("k8s.io.api.policy.v1")]
public sealed partial record PodDisruptionBudgetSpec
{
    [Field(1)]
    public partial IntOrString? MinAvailable { get; init; }

    [Field(2, Patch = "replace")]
    public partial LabelSelector? Selector { get; init; }

    [Field(3)]
    public partial IntOrString? MaxUnavailable { get; init; }

    [Field(4)]
    public partial string? UnhealthyPodEvictionPolicy { get; init; }
}

[Message("k8s.io.api.policy.v1")]
public sealed partial record PodDisruptionBudgetStatus
{
    [Field(1)]
    public partial long ObservedGeneration { get; init; }

    [Field(2)]
    public partial ValueMap<Time> DisruptedPods { get; init; }

    [Field(3, Always = true, Default = "0")]
    public partial int DisruptionsAllowed { get; init; }

    [Field(4, Always = true, Default = "0")]
    public partial int CurrentHealthy { get; init; }

    [Field(5, Always = true, Default = "0")]
    public partial int DesiredHealthy { get; init; }

    [Field(6, Always = true, Default = "0")]
    public partial int ExpectedPods { get; init; }

    [Field(7, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<Condition> Conditions { get; init; }
}
