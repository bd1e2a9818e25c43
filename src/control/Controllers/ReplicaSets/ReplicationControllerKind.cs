using Cybernetes.Api.AppsV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Controllers.Hosting;

namespace Cybernetes.Controllers.ReplicaSets;

/// <summary>ReplicationControllers: the ReplicaSets of before.</summary>
public sealed class ReplicationControllerKind : ReplicaKind<ReplicationController>
{
    /// <inheritdoc/>
    public override string Name => "replicationmanager";

    /// <inheritdoc/>
    public override string Component => "replication-controller";

    /// <inheritdoc/>
    public override int Workers(ControllerManagerOptions options) => options.ConcurrentReplicationControllerSyncs;

    /// <inheritdoc/>
    public override ReplicaView View(ReplicationController owner) => new(
        owner,
        owner.Spec.Selector.IsEmpty ? Selector.Nothing : Selector.FromSet(owner.Spec.Selector),
        owner.Spec.Replicas ?? 1,
        owner.Spec.MinReadySeconds,
        owner.Spec.Template ?? PodTemplateSpec.Empty,
        new ReplicaSetStatus
        {
            Replicas = owner.Status.Replicas,
            FullyLabeledReplicas = owner.Status.FullyLabeledReplicas,
            ReadyReplicas = owner.Status.ReadyReplicas,
            AvailableReplicas = owner.Status.AvailableReplicas,
            ObservedGeneration = owner.Status.ObservedGeneration,
            Conditions = owner.Status.Conditions.Select(one => new ReplicaSetCondition
            {
                Type = one.Type,
                Status = one.Status,
                LastTransitionTime = one.LastTransitionTime,
                Reason = one.Reason,
                Message = one.Message,
            }).ToValueList(),
        });

    /// <inheritdoc/>
    public override ReplicationController WithStatus(ReplicationController owner, ReplicaSetStatus status) => owner with
    {
        Status = new ReplicationControllerStatus
        {
            Replicas = status.Replicas,
            FullyLabeledReplicas = status.FullyLabeledReplicas,
            ReadyReplicas = status.ReadyReplicas,
            AvailableReplicas = status.AvailableReplicas,
            ObservedGeneration = status.ObservedGeneration,
            Conditions = status.Conditions.Select(one => new ReplicationControllerCondition
            {
                Type = one.Type,
                Status = one.Status,
                LastTransitionTime = one.LastTransitionTime,
                Reason = one.Reason,
                Message = one.Message,
            }).ToValueList(),
        },
    };
}
