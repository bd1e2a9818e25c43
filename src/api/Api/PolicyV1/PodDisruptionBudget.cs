using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.PolicyV1;

/// <summary>How many pods of a group evictions may take away at once. Crashes and deletions by hand are not held up.</summary>
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

/// <summary>The pods and how many must stay.</summary>
[Message("k8s.io.api.policy.v1")]
public sealed partial record PodDisruptionBudgetSpec
{
    /// <summary>How many must stay available, as a number or a percentage rounded up. Excludes maxUnavailable.</summary>
    [Field(1)]
    public partial IntOrString? MinAvailable { get; init; }

    /// <summary>The pods; an empty selector takes all of the namespace.</summary>
    [Field(2, Patch = "replace")]
    public partial LabelSelector? Selector { get; init; }

    /// <summary>How many may be missing, as a number or a percentage rounded up.</summary>
    [Field(3)]
    public partial IntOrString? MaxUnavailable { get; init; }

    /// <summary>
    /// Whether pods that run but are not ready may go: <c>IfHealthyBudget</c> (the default), only while the group is healthy;
    /// <c>AlwaysAllow</c>.
    /// </summary>
    [Field(4)]
    public partial string? UnhealthyPodEvictionPolicy { get; init; }
}

/// <summary>How a budget stands.</summary>
[Message("k8s.io.api.policy.v1")]
public sealed partial record PodDisruptionBudgetStatus
{
    /// <summary>The generation that this status is about.</summary>
    [Field(1)]
    public partial long ObservedGeneration { get; init; }

    /// <summary>Pods whose eviction was granted and that are not gone yet.</summary>
    [Field(2)]
    public partial ValueMap<Time> DisruptedPods { get; init; }

    /// <summary>How many may go now.</summary>
    [Field(3, Always = true, Default = "0")]
    public partial int DisruptionsAllowed { get; init; }

    /// <summary>Pods that are ready.</summary>
    [Field(4, Always = true, Default = "0")]
    public partial int CurrentHealthy { get; init; }

    /// <summary>Pods that must be ready at least.</summary>
    [Field(5, Always = true, Default = "0")]
    public partial int DesiredHealthy { get; init; }

    /// <summary>Pods counted in all.</summary>
    [Field(6, Always = true, Default = "0")]
    public partial int ExpectedPods { get; init; }

    /// <summary>What holds at present; DisruptionAllowed.</summary>
    [Field(7, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<Condition> Conditions { get; init; }
}
