using Cybernetes.Api.MetaV1;
using Cybernetes.Api.AppsV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;

namespace Cybernetes.Controllers.ReplicaSets;

/// <summary>ReplicaSets of apps/v1.</summary>
public sealed class ReplicaSetKind : ReplicaKind<ReplicaSet>
{
    /// <inheritdoc/>
    public override string Name => "replicaset";

    /// <inheritdoc/>
    public override string Component => "replicaset-controller";

    /// <inheritdoc/>
    public override int Workers(ControllerManagerOptions options) => options.ConcurrentReplicaSetSyncs;

    /// <inheritdoc/>
    public override ReplicaView View(ReplicaSet owner) =>
        new(owner, owner.Spec.Selector.ToSelector(), owner.Spec.Replicas ?? 1, owner.Spec.MinReadySeconds, owner.Spec.Template, owner.Status);

    /// <inheritdoc/>
    public override ReplicaSet WithStatus(ReplicaSet owner, ReplicaSetStatus status) => owner with { Status = status };
}
