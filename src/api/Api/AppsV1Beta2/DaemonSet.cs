using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AppsV1Beta2;

/// <inheritdoc cref="AppsV1.DaemonSet"/>
[Message("k8s.io.api.apps.v1beta2")]
[Kind("apps", "v1beta2", Plural = "daemonsets", ShortNames = "ds", Categories = "all", Namespaced = true)]
public sealed partial record DaemonSet
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial DaemonSetSpec Spec { get; init; }

    [Field(3, Always = true)]
    public partial DaemonSetStatus Status { get; init; }
}

[Message("k8s.io.api.apps.v1beta2")]
[Kind("apps", "v1beta2")]
public sealed partial record DaemonSetList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<DaemonSet> Items { get; init; }
}

/// <inheritdoc cref="AppsV1.DaemonSetCondition"/>
[Message("k8s.io.api.apps.v1beta2")]
public sealed partial record DaemonSetCondition
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

/// <inheritdoc cref="AppsV1.DaemonSetSpec"/>
[Message("k8s.io.api.apps.v1beta2")]
public sealed partial record DaemonSetSpec
{
    [Field(1, Always = true)]
    public partial LabelSelector? Selector { get; init; }

    [Field(2, Always = true)]
    public partial PodTemplateSpec Template { get; init; }

    [Field(3, Always = true)]
    public partial DaemonSetUpdateStrategy UpdateStrategy { get; init; }

    [Field(4)]
    public partial int MinReadySeconds { get; init; }

    [Field(6)]
    public partial int? RevisionHistoryLimit { get; init; }
}

/// <inheritdoc cref="AppsV1.DaemonSetStatus"/>
[Message("k8s.io.api.apps.v1beta2")]
public sealed partial record DaemonSetStatus
{
    [Field(1, Always = true)]
    public partial int CurrentNumberScheduled { get; init; }

    [Field(2, Always = true)]
    public partial int NumberMisscheduled { get; init; }

    [Field(3, Always = true)]
    public partial int DesiredNumberScheduled { get; init; }

    [Field(4, Always = true)]
    public partial int NumberReady { get; init; }

    [Field(5)]
    public partial long ObservedGeneration { get; init; }

    [Field(6)]
    public partial int UpdatedNumberScheduled { get; init; }

    [Field(7)]
    public partial int NumberAvailable { get; init; }

    [Field(8)]
    public partial int NumberUnavailable { get; init; }

    [Field(9)]
    public partial int? CollisionCount { get; init; }

    [Field(10)]
    public partial ValueList<DaemonSetCondition> Conditions { get; init; }
}

/// <inheritdoc cref="AppsV1.DaemonSetUpdateStrategy"/>
[Message("k8s.io.api.apps.v1beta2")]
public sealed partial record DaemonSetUpdateStrategy
{
    [Field(1)]
    public partial string Type { get; init; }

    [Field(2)]
    public partial RollingUpdateDaemonSet? RollingUpdate { get; init; }
}

/// <inheritdoc cref="AppsV1.RollingUpdateDaemonSet"/>
[Message("k8s.io.api.apps.v1beta2")]
public sealed partial record RollingUpdateDaemonSet
{
    [Field(1)]
    public partial IntOrString? MaxUnavailable { get; init; }

    [Field(2)]
    public partial IntOrString? MaxSurge { get; init; }
}
