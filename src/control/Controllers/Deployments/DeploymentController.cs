using Cybernetes.Api.MetaV1;
using Cybernetes.Api.AppsV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.Deployments;

/// <summary>Rolls Deployments out through ReplicaSets.</summary>
public sealed class DeploymentController : IController
{
    private readonly ControllerContext _context;
    private readonly SharedInformer<Deployment> _deployments;
    private readonly SharedInformer<ReplicaSet> _sets;
    private readonly SharedInformer<Pod> _pods;
    private readonly IEventRecorder _events;
    private readonly ReconcilerHost<NamespacedName> _host;

    /// <summary>Joins the informers.</summary>
    public DeploymentController(ControllerContext context)
    {
        _context = context;
        _events = context.EventsAs("deployment-controller");
        _host = context.Host<NamespacedName>("deployment", context.Options.ConcurrentDeploymentSyncs, ReconcileAsync);
        _deployments = context.Informers.For<Deployment>();
        _sets = context.Informers.For<ReplicaSet>().AddIndex(Owners.Index, Owners.IndexKeys);
        _pods = context.Informers.For<Pod>().AddIndex(Owners.Index, Owners.IndexKeys);
        _deployments.AddHandler(Enqueue, (_, after) => Enqueue(after), Enqueue);
        _sets.AddHandler(SetChanged, SetUpdated, SetChanged);
        _pods.AddHandler(deleted: PodDeleted);
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private void Enqueue(Deployment deployment) => _host.Queue.Add(NamespacedName.Of(deployment));

    private Deployment? OwnerOf(ReplicaSet set) =>
        set.ControllerOf() is { Kind: "Deployment" } reference && _deployments.Get(set.Metadata.Namespace, reference.Name) is { } owner
        && owner.Metadata.Uid == reference.Uid ? owner : null;

    private void SetChanged(ReplicaSet set)
    {
        if (OwnerOf(set) is { } owner)
        {
            Enqueue(owner);
        }
        else if (set.ControllerOf() is null && !set.IsDeleting())
        {
            foreach (var deployment in _deployments.List(set.Metadata.Namespace))
            {
                if (deployment.Spec.Selector.ToSelector().Matches(set.Metadata.Labels))
                {
                    Enqueue(deployment);
                }
            }
        }
    }

    private void SetUpdated(ReplicaSet before, ReplicaSet after)
    {
        if (before.ControllerOf() != after.ControllerOf() && OwnerOf(before) is { } former)
        {
            Enqueue(former);
        }

        SetChanged(after);
    }

    // A Recreate rollout waits until the last old pod is gone.
    private void PodDeleted(Pod pod)
    {
        if (pod.ControllerOf() is { Kind: "ReplicaSet" } reference && _sets.Get(pod.Metadata.Namespace, reference.Name) is { } set
            && set.Metadata.Uid == reference.Uid && OwnerOf(set) is { Spec.Strategy.Type: "Recreate" } owner)
        {
            Enqueue(owner);
        }
    }

    private async ValueTask<TimeSpan?> ReconcileAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        if (_deployments.Get(key) is not { } deployment)
        {
            return null;
        }

        var selector = deployment.Spec.Selector.ToSelector();
        if (selector.IsEmpty)
        {
            _events.Event(deployment, EventType.Warning, "SelectingAll", "This deployment is selecting all pods. A non-empty selector is required.");
            if (deployment.Status.ObservedGeneration < deployment.Metadata.Generation)
            {
                var observed = deployment with { Status = deployment.Status with { ObservedGeneration = deployment.Metadata.Generation } };
                (await _context.Client.UpdateStatusAsync(observed, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow();
            }

            return null;
        }

        var claims = new ClaimManager<ReplicaSet>(_context.Client, deployment, Deployment.Info.Kind, selector, async token =>
            (await _context.Client.GetAsync<Deployment>(key.Namespace, key.Name, token).ConfigureAwait(false)).OrNull());
        var sets = await claims.ClaimAsync(
            _sets.ByIndex(Owners.Index, deployment.Metadata.Uid).Concat(_sets.ByIndex(Owners.Index, Owners.OrphansOf(key.Namespace))),
            cancellationToken).ConfigureAwait(false);
        var sync = new DeploymentSync(_context.Client, _events, deployment, sets, uid => _pods.ByIndex(Owners.Index, uid), cancellationToken);
        return await sync.RunAsync().ConfigureAwait(false);
    }
}
