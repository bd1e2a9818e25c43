using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AppsV1;

/// <summary>Keeps a number of like pods running. Usually made by a Deployment.</summary>
[Message("k8s.io.api.apps.v1")]
[Kind("apps", "v1", Plural = "replicasets", ShortNames = "rs", Categories = "all", Namespaced = true)]
public sealed partial record ReplicaSet
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial ReplicaSetSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial ReplicaSetStatus Status { get; init; }
}

[Message("k8s.io.api.apps.v1")]
[Kind("apps", "v1")]
public sealed partial record ReplicaSetList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ReplicaSet> Items { get; init; }
}

/// <summary>A side of a ReplicaSet's state.</summary>
/// <inheritdoc cref="MetaV1.Condition"/>
[Message("k8s.io.api.apps.v1")]
public sealed partial record ReplicaSetCondition
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

/// <summary>What is kept running.</summary>
[Message("k8s.io.api.apps.v1")]
public sealed partial record ReplicaSetSpec
{
    /// <summary>How many pods; 1 by default.</summary>
    [Field(1)]
    public partial int? Replicas { get; init; }

    /// <summary>Seconds that a pod must be ready to count as available. 0 by default.</summary>
    [Field(4)]
    public partial int MinReadySeconds { get; init; }

    /// <summary>The pods that belong to it, by label. Must match the template; fixed.</summary>
    [Field(2, Always = true, Required = true)]
    public partial LabelSelector? Selector { get; init; }

    /// <summary>The pod that is made where one is missing; existing ones stay as they are.</summary>
    [Field(3, Always = true, Default = "{}")]
    public partial PodTemplateSpec Template { get; init; }
}

/// <summary>How many pods there are.</summary>
[Message("k8s.io.api.apps.v1")]
public sealed partial record ReplicaSetStatus
{
    /// <summary>Pods that match and are not being deleted.</summary>
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial int Replicas { get; init; }

    /// <summary>Pods that have all labels of the template.</summary>
    [Field(2)]
    public partial int FullyLabeledReplicas { get; init; }

    /// <summary>Pods that are ready.</summary>
    [Field(4)]
    public partial int ReadyReplicas { get; init; }

    /// <summary>Pods that have been ready for minReadySeconds.</summary>
    [Field(5)]
    public partial int AvailableReplicas { get; init; }

    /// <summary>Pods that are being deleted.</summary>
    [Field(7)]
    public partial int? TerminatingReplicas { get; init; }

    /// <summary>The generation that this status is about.</summary>
    [Field(3)]
    public partial long ObservedGeneration { get; init; }

    /// <summary>What holds at present.</summary>
    [Field(6, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<ReplicaSetCondition> Conditions { get; init; }
}
