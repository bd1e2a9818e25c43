using Cybernetes.Api;
using Cybernetes.Api.AppsV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Controllers.ReplicaSets;

/// <summary>What the replica loop reads of an owner; ReplicaSets and ReplicationControllers both look so.</summary>
public sealed record ReplicaView(IObject Object, Selector Selector, int Replicas, int MinReadySeconds, PodTemplateSpec Template, ReplicaSetStatus Status);

/// <summary>How the replica loop reads and writes one kind.</summary>
public abstract class ReplicaKind<T>
    where T : class, IObject<T>
{
    /// <summary>The queue's name.</summary>
    public abstract string Name { get; }

    /// <summary>The component told by events.</summary>
    public abstract string Component { get; }

    /// <summary>How many owners are worked on at a time.</summary>
    public abstract int Workers(Hosting.ControllerManagerOptions options);

    /// <summary>The owner as the loop reads it.</summary>
    public abstract ReplicaView View(T owner);

    /// <summary>The owner with another status.</summary>
    public abstract T WithStatus(T owner, ReplicaSetStatus status);
}
