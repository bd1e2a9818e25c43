using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AppsV1Beta2;

/// <inheritdoc cref="AppsV1.ReplicaSet"/>
[Message("k8s.io.api.apps.v1beta2")]
[Kind("apps", "v1beta2", Plural = "replicasets", ShortNames = "rs", Categories = "all", Namespaced = true)]
public sealed partial record ReplicaSet
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ReplicaSetSpec Spec { get; init; }

    [Field(3, Always = true)]
    public partial ReplicaSetStatus Status { get; init; }
}

[Message("k8s.io.api.apps.v1beta2")]
[Kind("apps", "v1beta2")]
public sealed partial record ReplicaSetList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<ReplicaSet> Items { get; init; }
}

/// <inheritdoc cref="AppsV1.ReplicaSetCondition"/>
[Message("k8s.io.api.apps.v1beta2")]
public sealed partial record ReplicaSetCondition
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

/// <inheritdoc cref="AppsV1.ReplicaSetSpec"/>
[Message("k8s.io.api.apps.v1beta2")]
public sealed partial record ReplicaSetSpec
{
    [Field(1)]
    public partial int? Replicas { get; init; }

    [Field(4)]
    public partial int MinReadySeconds { get; init; }

    [Field(2, Always = true)]
    public partial LabelSelector? Selector { get; init; }

    [Field(3, Always = true)]
    public partial PodTemplateSpec Template { get; init; }
}

/// <inheritdoc cref="AppsV1.ReplicaSetStatus"/>
[Message("k8s.io.api.apps.v1beta2")]
public sealed partial record ReplicaSetStatus
{
    [Field(1, Always = true)]
    public partial int Replicas { get; init; }

    [Field(2)]
    public partial int FullyLabeledReplicas { get; init; }

    [Field(4)]
    public partial int ReadyReplicas { get; init; }

    [Field(5)]
    public partial int AvailableReplicas { get; init; }

    [Field(7)]
    public partial int? TerminatingReplicas { get; init; }

    [Field(3)]
    public partial long ObservedGeneration { get; init; }

    [Field(6)]
    public partial ValueList<ReplicaSetCondition> Conditions { get; init; }
}
