using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>Keeps a number of like pods running. Superseded by ReplicaSet and Deployment.</summary>
[Message("k8s.io.api.core.v1")]
[Kind("", "v1", Plural = "replicationcontrollers", ShortNames = "rc", Categories = "all", Namespaced = true)]
public sealed partial record ReplicationController
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial ReplicationControllerSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial ReplicationControllerStatus Status { get; init; }
}

[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record ReplicationControllerList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ReplicationController> Items { get; init; }
}

/// <summary>A side of a controller's state.</summary>
/// <inheritdoc cref="MetaV1.Condition"/>
[Message("k8s.io.api.core.v1")]
public sealed partial record ReplicationControllerCondition
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
[Message("k8s.io.api.core.v1")]
public sealed partial record ReplicationControllerSpec
{
    /// <summary>How many pods; 1 by default.</summary>
    [Field(1, Default = "1")]
    public partial int? Replicas { get; init; }

    /// <summary>Seconds that a pod must be ready to count as available. 0 by default.</summary>
    [Field(4, Default = "0")]
    public partial int MinReadySeconds { get; init; }

    /// <summary>Labels of the pods counted; the template's labels when empty. Must match the template.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueMap<string> Selector { get; init; }

    /// <summary>The pod that is made where one is missing.</summary>
    [Field(3)]
    public partial PodTemplateSpec? Template { get; init; }
}

/// <summary>How many pods there are.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ReplicationControllerStatus
{
    /// <summary>Pods that match.</summary>
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

    /// <summary>The generation that this status is about.</summary>
    [Field(3)]
    public partial long ObservedGeneration { get; init; }

    /// <summary>What holds at present.</summary>
    [Field(6, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<ReplicationControllerCondition> Conditions { get; init; }
}
