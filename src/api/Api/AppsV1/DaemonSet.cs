using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AppsV1;

/// <summary>Keeps one pod on every node that fits.</summary>
[Message("k8s.io.api.apps.v1")]
[Kind("apps", "v1", Plural = "daemonsets", ShortNames = "ds", Categories = "all", Namespaced = true)]
public sealed partial record DaemonSet
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial DaemonSetSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial DaemonSetStatus Status { get; init; }
}

[Message("k8s.io.api.apps.v1")]
[Kind("apps", "v1")]
public sealed partial record DaemonSetList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<DaemonSet> Items { get; init; }
}

/// <summary>A side of a DaemonSet's state.</summary>
/// <inheritdoc cref="MetaV1.Condition"/>
[Message("k8s.io.api.apps.v1")]
public sealed partial record DaemonSetCondition
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Status { get; init; }

    [Field(3, Always = true)]
    public partial Time LastTransitionTime { get; init; }

    [Field(4)]
    public partial string Reason { get; init; }

    [Field(5)]
    public partial string Message { get; init; }
}

/// <summary>What runs on every node and how it is replaced.</summary>
[Message("k8s.io.api.apps.v1")]
public sealed partial record DaemonSetSpec
{
    /// <summary>The pods that belong to it, by label. Must match the template; fixed.</summary>
    [Field(1, Always = true, Required = true)]
    public partial LabelSelector? Selector { get; init; }

    /// <summary>The pod. Its node selector and affinity choose the nodes; taints of sick nodes are tolerated by themselves.</summary>
    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial PodTemplateSpec Template { get; init; }

    /// <summary>How pods are replaced when the template changes.</summary>
    [Field(3, Always = true, Default = "{}")]
    public partial DaemonSetUpdateStrategy UpdateStrategy { get; init; }

    /// <summary>Seconds that a pod must be ready to count as available. 0 by default.</summary>
    [Field(4)]
    public partial int MinReadySeconds { get; init; }

    /// <summary>How many old revisions are kept to go back to; 10 by default.</summary>
    [Field(6)]
    public partial int? RevisionHistoryLimit { get; init; }
}

/// <summary>How a DaemonSet is doing.</summary>
[Message("k8s.io.api.apps.v1")]
public sealed partial record DaemonSetStatus
{
    /// <summary>Nodes that have the pod and should.</summary>
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial int CurrentNumberScheduled { get; init; }

    /// <summary>Nodes that have the pod and should not.</summary>
    [Field(2, Always = true, Required = true, Default = "0")]
    public partial int NumberMisscheduled { get; init; }

    /// <summary>Nodes that should have the pod.</summary>
    [Field(3, Always = true, Required = true, Default = "0")]
    public partial int DesiredNumberScheduled { get; init; }

    /// <summary>Nodes whose pod is ready.</summary>
    [Field(4, Always = true, Required = true, Default = "0")]
    public partial int NumberReady { get; init; }

    /// <summary>The generation that this status is about.</summary>
    [Field(5)]
    public partial long ObservedGeneration { get; init; }

    /// <summary>Nodes that have the newest pod.</summary>
    [Field(6)]
    public partial int UpdatedNumberScheduled { get; init; }

    /// <summary>Nodes whose pod has been ready for minReadySeconds.</summary>
    [Field(7)]
    public partial int NumberAvailable { get; init; }

    /// <summary>Nodes that should have the pod and have none that is available.</summary>
    [Field(8)]
    public partial int NumberUnavailable { get; init; }

    /// <summary>How often a revision's name was taken already.</summary>
    [Field(9)]
    public partial int? CollisionCount { get; init; }

    /// <summary>What holds at present.</summary>
    [Field(10, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<DaemonSetCondition> Conditions { get; init; }
}

/// <summary>How pods are replaced when the template changes.</summary>
[Message("k8s.io.api.apps.v1")]
public sealed partial record DaemonSetUpdateStrategy
{
    /// <summary><c>RollingUpdate</c> (the default) or <c>OnDelete</c>, which waits for you to delete them.</summary>
    [Field(1)]
    public partial string Type { get; init; }

    /// <summary>Settings of RollingUpdate.</summary>
    [Field(2)]
    public partial RollingUpdateDaemonSet? RollingUpdate { get; init; }
}

/// <summary>How many nodes may lack the pod, or have two, during an update. Not both 0.</summary>
[Message("k8s.io.api.apps.v1")]
public sealed partial record RollingUpdateDaemonSet
{
    /// <summary>The most nodes without an available pod, as a number or a percentage rounded up; 1 by default.</summary>
    [Field(1)]
    public partial IntOrString? MaxUnavailable { get; init; }

    /// <summary>The most nodes that run the old and the new pod at once, as a number or a percentage rounded up; 0 by default.</summary>
    [Field(2)]
    public partial IntOrString? MaxSurge { get; init; }
}
