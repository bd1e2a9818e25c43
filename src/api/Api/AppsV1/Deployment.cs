using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AppsV1;

/// <summary>
/// Keeps a number of like pods running and replaces them step by step when their template changes. It does so by ReplicaSets, one a revision.
/// </summary>
[Message("k8s.io.api.apps.v1")]
[Kind("apps", "v1", Plural = "deployments", ShortNames = "deploy", Categories = "all", Namespaced = true)]
public sealed partial record Deployment
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial DeploymentSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial DeploymentStatus Status { get; init; }
}

[Message("k8s.io.api.apps.v1")]
[Kind("apps", "v1")]
public sealed partial record DeploymentList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<Deployment> Items { get; init; }
}

/// <summary>A side of a deployment's state.</summary>
/// <inheritdoc cref="MetaV1.Condition"/>
[Message("k8s.io.api.apps.v1")]
public sealed partial record DeploymentCondition
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Status { get; init; }

    /// <summary>When this was last written.</summary>
    [Field(6, Always = true)]
    public partial Time LastUpdateTime { get; init; }

    [Field(7, Always = true)]
    public partial Time LastTransitionTime { get; init; }

    [Field(4)]
    public partial string Reason { get; init; }

    [Field(5)]
    public partial string Message { get; init; }
}

/// <summary>What is kept running and how it is replaced.</summary>
[Message("k8s.io.api.apps.v1")]
public sealed partial record DeploymentSpec
{
    /// <summary>How many pods; 1 by default.</summary>
    [Field(1)]
    public partial int? Replicas { get; init; }

    /// <summary>The pods that belong to it, by label. Must match the template; fixed.</summary>
    [Field(2, Always = true, Required = true)]
    public partial LabelSelector? Selector { get; init; }

    /// <summary>The pods. A change starts a rollout. The only restartPolicy is Always.</summary>
    [Field(3, Always = true, Required = true, Default = "{}")]
    public partial PodTemplateSpec Template { get; init; }

    /// <summary>How old pods make way for new ones.</summary>
    [Field(4, Always = true, Default = "{}", Patch = "retainKeys")]
    public partial DeploymentStrategy Strategy { get; init; }

    /// <summary>Seconds that a pod must be ready to count as available. 0 by default.</summary>
    [Field(5)]
    public partial int MinReadySeconds { get; init; }

    /// <summary>How many old ReplicaSets are kept to go back to; 10 by default.</summary>
    [Field(6)]
    public partial int? RevisionHistoryLimit { get; init; }

    /// <summary>Whether changes of the template wait. False by default.</summary>
    [Field(7)]
    public partial bool Paused { get; init; }

    /// <summary>
    /// Seconds without progress after which the condition Progressing turns False; the rollout goes on all the same. 600 by default.
    /// </summary>
    [Field(9)]
    public partial int? ProgressDeadlineSeconds { get; init; }
}

/// <summary>How a deployment is doing.</summary>
[Message("k8s.io.api.apps.v1")]
public sealed partial record DeploymentStatus
{
    /// <summary>The generation that this status is about.</summary>
    [Field(1)]
    public partial long ObservedGeneration { get; init; }

    /// <summary>Pods that match and are not being deleted.</summary>
    [Field(2)]
    public partial int Replicas { get; init; }

    /// <summary>Pods of the newest template.</summary>
    [Field(3)]
    public partial int UpdatedReplicas { get; init; }

    /// <summary>Pods that are ready.</summary>
    [Field(7)]
    public partial int ReadyReplicas { get; init; }

    /// <summary>Pods that have been ready for minReadySeconds.</summary>
    [Field(4)]
    public partial int AvailableReplicas { get; init; }

    /// <summary>Pods still missing, because they do not exist or are not available.</summary>
    [Field(5)]
    public partial int UnavailableReplicas { get; init; }

    /// <summary>Pods that are being deleted.</summary>
    [Field(9)]
    public partial int? TerminatingReplicas { get; init; }

    /// <summary>Available, Progressing, ReplicaFailure.</summary>
    [Field(6, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<DeploymentCondition> Conditions { get; init; }

    /// <summary>How often the hash in a ReplicaSet's name was taken already.</summary>
    [Field(8)]
    public partial int? CollisionCount { get; init; }
}

/// <summary>How old pods make way for new ones.</summary>
[Message("k8s.io.api.apps.v1")]
public sealed partial record DeploymentStrategy
{
    /// <summary><c>RollingUpdate</c> (the default) or <c>Recreate</c>, which ends all old pods first.</summary>
    [Field(1)]
    public partial string Type { get; init; }

    /// <summary>Settings of RollingUpdate.</summary>
    [Field(2)]
    public partial RollingUpdateDeployment? RollingUpdate { get; init; }
}

/// <summary>How many pods may be missing or too many during a rollout. Not both 0.</summary>
[Message("k8s.io.api.apps.v1")]
public sealed partial record RollingUpdateDeployment
{
    /// <summary>The most that may be unavailable, as a number or as a percentage of replicas rounded down; 25% by default.</summary>
    [Field(1)]
    public partial IntOrString? MaxUnavailable { get; init; }

    /// <summary>The most that may be beyond replicas, as a number or as a percentage rounded up; 25% by default.</summary>
    [Field(2)]
    public partial IntOrString? MaxSurge { get; init; }
}
