using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ExtensionsV1Beta1;

/// <inheritdoc cref="AppsV1.Deployment"/>
[Message("k8s.io.api.extensions.v1beta1")]
[Kind("extensions", "v1beta1", Plural = "deployments", ShortNames = "deploy", Categories = "all", Namespaced = true)]
public sealed partial record Deployment
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial DeploymentSpec Spec { get; init; }

    [Field(3, Always = true)]
    public partial DeploymentStatus Status { get; init; }
}

[Message("k8s.io.api.extensions.v1beta1")]
[Kind("extensions", "v1beta1")]
public sealed partial record DeploymentList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<Deployment> Items { get; init; }
}

/// <inheritdoc cref="AppsV1.DeploymentCondition"/>
[Message("k8s.io.api.extensions.v1beta1")]
public sealed partial record DeploymentCondition
{
    [Field(1, Always = true)]
    public partial string Type { get; init; }

    [Field(2, Always = true)]
    public partial string Status { get; init; }

    [Field(6, Always = true)]
    public partial Time LastUpdateTime { get; init; }

    [Field(7, Always = true)]
    public partial Time LastTransitionTime { get; init; }

    [Field(4)]
    public partial string Reason { get; init; }

    [Field(5)]
    public partial string Message { get; init; }
}

/// <inheritdoc cref="AppsV1.DeploymentSpec"/>
[Message("k8s.io.api.extensions.v1beta1")]
public sealed partial record DeploymentSpec
{
    [Field(1)]
    public partial int? Replicas { get; init; }

    [Field(2)]
    public partial LabelSelector? Selector { get; init; }

    [Field(3, Always = true)]
    public partial PodTemplateSpec Template { get; init; }

    [Field(4, Always = true)]
    public partial DeploymentStrategy Strategy { get; init; }

    [Field(5)]
    public partial int MinReadySeconds { get; init; }

    [Field(6)]
    public partial int? RevisionHistoryLimit { get; init; }

    [Field(7)]
    public partial bool Paused { get; init; }

    [Field(8)]
    public partial RollbackConfig? RollbackTo { get; init; }

    [Field(9)]
    public partial int? ProgressDeadlineSeconds { get; init; }
}

/// <inheritdoc cref="AppsV1.DeploymentStatus"/>
[Message("k8s.io.api.extensions.v1beta1")]
public sealed partial record DeploymentStatus
{
    [Field(1)]
    public partial long ObservedGeneration { get; init; }

    [Field(2)]
    public partial int Replicas { get; init; }

    [Field(3)]
    public partial int UpdatedReplicas { get; init; }

    [Field(7)]
    public partial int ReadyReplicas { get; init; }

    [Field(4)]
    public partial int AvailableReplicas { get; init; }

    [Field(5)]
    public partial int UnavailableReplicas { get; init; }

    [Field(9)]
    public partial int? TerminatingReplicas { get; init; }

    [Field(6)]
    public partial ValueList<DeploymentCondition> Conditions { get; init; }

    [Field(8)]
    public partial int? CollisionCount { get; init; }
}

/// <inheritdoc cref="AppsV1.DeploymentStrategy"/>
[Message("k8s.io.api.extensions.v1beta1")]
public sealed partial record DeploymentStrategy
{
    [Field(1)]
    public partial string Type { get; init; }

    [Field(2)]
    public partial RollingUpdateDeployment? RollingUpdate { get; init; }
}

/// <inheritdoc cref="AppsV1.RollingUpdateDeployment"/>
[Message("k8s.io.api.extensions.v1beta1")]
public sealed partial record RollingUpdateDeployment
{
    [Field(1)]
    public partial IntOrString? MaxUnavailable { get; init; }

    [Field(2)]
    public partial IntOrString? MaxSurge { get; init; }
}
