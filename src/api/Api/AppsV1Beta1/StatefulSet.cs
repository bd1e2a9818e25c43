using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AppsV1Beta1;

/// <inheritdoc cref="AppsV1.StatefulSet"/>
[Message("k8s.io.api.apps.v1beta1")]
[Kind("apps", "v1beta1", Plural = "statefulsets", ShortNames = "sts", Categories = "all", Namespaced = true)]
public sealed partial record StatefulSet
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial StatefulSetSpec Spec { get; init; }

    [Field(3, Always = true)]
    public partial StatefulSetStatus Status { get; init; }
}

[Message("k8s.io.api.apps.v1beta1")]
[Kind("apps", "v1beta1")]
public sealed partial record StatefulSetList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<StatefulSet> Items { get; init; }
}

/// <inheritdoc cref="AppsV1.RollingUpdateStatefulSetStrategy"/>
[Message("k8s.io.api.apps.v1beta1")]
public sealed partial record RollingUpdateStatefulSetStrategy
{
    [Field(1)]
    public partial int? Partition { get; init; }

    [Field(2)]
    public partial IntOrString? MaxUnavailable { get; init; }
}

/// <inheritdoc cref="AppsV1.StatefulSetCondition"/>
[Message("k8s.io.api.apps.v1beta1")]
public sealed partial record StatefulSetCondition
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

/// <inheritdoc cref="AppsV1.StatefulSetOrdinals"/>
[Message("k8s.io.api.apps.v1beta1")]
public sealed partial record StatefulSetOrdinals
{
    [Field(1, Always = true)]
    public partial int Start { get; init; }
}

/// <inheritdoc cref="AppsV1.StatefulSetPersistentVolumeClaimRetentionPolicy"/>
[Message("k8s.io.api.apps.v1beta1")]
public sealed partial record StatefulSetPersistentVolumeClaimRetentionPolicy
{
    [Field(1)]
    public partial string WhenDeleted { get; init; }

    [Field(2)]
    public partial string WhenScaled { get; init; }
}

/// <inheritdoc cref="AppsV1.StatefulSetSpec"/>
[Message("k8s.io.api.apps.v1beta1")]
public sealed partial record StatefulSetSpec
{
    [Field(1)]
    public partial int? Replicas { get; init; }

    [Field(2)]
    public partial LabelSelector? Selector { get; init; }

    [Field(3, Always = true)]
    public partial PodTemplateSpec Template { get; init; }

    [Field(4, TypeMeta = true)]
    public partial ValueList<PersistentVolumeClaim> VolumeClaimTemplates { get; init; }

    [Field(5, Always = true)]
    public partial string ServiceName { get; init; }

    [Field(6)]
    public partial string PodManagementPolicy { get; init; }

    [Field(7, Always = true)]
    public partial StatefulSetUpdateStrategy UpdateStrategy { get; init; }

    [Field(8)]
    public partial int? RevisionHistoryLimit { get; init; }

    [Field(9)]
    public partial int MinReadySeconds { get; init; }

    [Field(10)]
    public partial StatefulSetPersistentVolumeClaimRetentionPolicy? PersistentVolumeClaimRetentionPolicy { get; init; }

    [Field(11)]
    public partial StatefulSetOrdinals? Ordinals { get; init; }
}

/// <inheritdoc cref="AppsV1.StatefulSetStatus"/>
[Message("k8s.io.api.apps.v1beta1")]
public sealed partial record StatefulSetStatus
{
    [Field(1)]
    public partial long? ObservedGeneration { get; init; }

    [Field(2, Always = true)]
    public partial int Replicas { get; init; }

    [Field(3)]
    public partial int ReadyReplicas { get; init; }

    [Field(4)]
    public partial int CurrentReplicas { get; init; }

    [Field(5)]
    public partial int UpdatedReplicas { get; init; }

    [Field(6)]
    public partial string CurrentRevision { get; init; }

    [Field(7)]
    public partial string UpdateRevision { get; init; }

    [Field(9)]
    public partial int? CollisionCount { get; init; }

    [Field(10)]
    public partial ValueList<StatefulSetCondition> Conditions { get; init; }

    [Field(11, Always = true)]
    public partial int AvailableReplicas { get; init; }
}

/// <inheritdoc cref="AppsV1.StatefulSetUpdateStrategy"/>
[Message("k8s.io.api.apps.v1beta1")]
public sealed partial record StatefulSetUpdateStrategy
{
    [Field(1)]
    public partial string Type { get; init; }

    [Field(2)]
    public partial RollingUpdateStatefulSetStrategy? RollingUpdate { get; init; }
}
