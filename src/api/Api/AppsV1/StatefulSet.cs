using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AppsV1;

/// <summary>Keeps pods that are not alike: each has a number, a lasting name and its own claims.</summary>
[Message("k8s.io.api.apps.v1")]
[Kind("apps", "v1", Plural = "statefulsets", ShortNames = "sts", Categories = "all", Namespaced = true)]
public sealed partial record StatefulSet
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial StatefulSetSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial StatefulSetStatus Status { get; init; }
}

[Message("k8s.io.api.apps.v1")]
[Kind("apps", "v1")]
public sealed partial record StatefulSetList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<StatefulSet> Items { get; init; }
}

/// <summary>How far and how fast a rolling update goes.</summary>
[Message("k8s.io.api.apps.v1")]
public sealed partial record RollingUpdateStatefulSetStrategy
{
    /// <summary>Pods with lower numbers stay as they are; 0 by default.</summary>
    [Field(1)]
    public partial int? Partition { get; init; }

    /// <summary>The most that may be unavailable during it, as a number or a percentage rounded up; 1 by default.</summary>
    [Field(2)]
    public partial IntOrString? MaxUnavailable { get; init; }
}

/// <summary>A side of a StatefulSet's state.</summary>
/// <inheritdoc cref="MetaV1.Condition"/>
[Message("k8s.io.api.apps.v1")]
public sealed partial record StatefulSetCondition
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

/// <summary>How pods are numbered.</summary>
[Message("k8s.io.api.apps.v1")]
public sealed partial record StatefulSetOrdinals
{
    /// <summary>The first number; 0 by default.</summary>
    [Field(1, Always = true, Default = "0")]
    public partial int Start { get; init; }
}

/// <summary>What becomes of claims.</summary>
[Message("k8s.io.api.apps.v1")]
public sealed partial record StatefulSetPersistentVolumeClaimRetentionPolicy
{
    /// <summary><c>Retain</c> (the default) or <c>Delete</c>: when the set is deleted.</summary>
    [Field(1)]
    public partial string WhenDeleted { get; init; }

    /// <summary><c>Retain</c> (the default) or <c>Delete</c>: when fewer pods are wanted.</summary>
    [Field(2)]
    public partial string WhenScaled { get; init; }
}

/// <summary>What is kept running, in which order and with which storage.</summary>
[Message("k8s.io.api.apps.v1")]
public sealed partial record StatefulSetSpec
{
    /// <summary>How many pods; 1 by default.</summary>
    [Field(1)]
    public partial int? Replicas { get; init; }

    /// <summary>The pods that belong to it, by label. Must match the template; fixed.</summary>
    [Field(2, Always = true, Required = true)]
    public partial LabelSelector? Selector { get; init; }

    /// <summary>The pods. Pod number 2 of <c>web</c> is named web-2.</summary>
    [Field(3, Always = true, Required = true, Default = "{}")]
    public partial PodTemplateSpec Template { get; init; }

    /// <summary>Claims made for each pod, named template-pod. They win over volumes of the same name.</summary>
    [Field(4, TypeMeta = true, ListType = "atomic")]
    public partial ValueList<PersistentVolumeClaim> VolumeClaimTemplates { get; init; }

    /// <summary>The headless Service under which DNS gives each pod its name, pod.service.namespace.svc. Must be made by you; fixed.</summary>
    [Field(5, Always = true, Default = "\"\"")]
    public partial string ServiceName { get; init; }

    /// <summary>
    /// <c>OrderedReady</c> (the default) makes one pod after the other and ends them in reverse; <c>Parallel</c> does not wait. Fixed.
    /// </summary>
    [Field(6)]
    public partial string PodManagementPolicy { get; init; }

    /// <summary>How pods are replaced when the template changes.</summary>
    [Field(7, Always = true, Default = "{}")]
    public partial StatefulSetUpdateStrategy UpdateStrategy { get; init; }

    /// <summary>How many old revisions are kept to go back to; 10 by default.</summary>
    [Field(8)]
    public partial int? RevisionHistoryLimit { get; init; }

    /// <summary>Seconds that a pod must be ready to count as available. 0 by default.</summary>
    [Field(9)]
    public partial int MinReadySeconds { get; init; }

    /// <summary>What becomes of the claims when pods or the set go.</summary>
    [Field(10)]
    public partial StatefulSetPersistentVolumeClaimRetentionPolicy? PersistentVolumeClaimRetentionPolicy { get; init; }

    /// <summary>How pods are numbered.</summary>
    [Field(11)]
    public partial StatefulSetOrdinals? Ordinals { get; init; }
}

/// <summary>How a StatefulSet is doing.</summary>
[Message("k8s.io.api.apps.v1")]
public sealed partial record StatefulSetStatus
{
    /// <summary>The generation that this status is about.</summary>
    [Field(1)]
    public partial long ObservedGeneration { get; init; }

    /// <summary>Pods that exist.</summary>
    [Field(2, Always = true, Required = true, Default = "0")]
    public partial int Replicas { get; init; }

    /// <summary>Pods that are ready.</summary>
    [Field(3)]
    public partial int ReadyReplicas { get; init; }

    /// <summary>Pods of currentRevision.</summary>
    [Field(4)]
    public partial int CurrentReplicas { get; init; }

    /// <summary>Pods of updateRevision.</summary>
    [Field(5)]
    public partial int UpdatedReplicas { get; init; }

    /// <summary>The revision of the pods that are yet to be replaced.</summary>
    [Field(6)]
    public partial string CurrentRevision { get; init; }

    /// <summary>The revision of the newest template.</summary>
    [Field(7)]
    public partial string UpdateRevision { get; init; }

    /// <summary>How often a revision's name was taken already.</summary>
    [Field(9)]
    public partial int? CollisionCount { get; init; }

    /// <summary>What holds at present.</summary>
    [Field(10, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<StatefulSetCondition> Conditions { get; init; }

    /// <summary>Pods that have been ready for minReadySeconds.</summary>
    [Field(11, Always = true, Default = "0")]
    public partial int AvailableReplicas { get; init; }
}

/// <summary>How pods are replaced when the template changes.</summary>
[Message("k8s.io.api.apps.v1")]
public sealed partial record StatefulSetUpdateStrategy
{
    /// <summary><c>RollingUpdate</c> (the default, from the highest number down) or <c>OnDelete</c>, which waits for you to delete them.</summary>
    [Field(1)]
    public partial string Type { get; init; }

    /// <summary>Settings of RollingUpdate.</summary>
    [Field(2)]
    public partial RollingUpdateStatefulSetStrategy? RollingUpdate { get; init; }
}
