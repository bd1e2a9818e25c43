using Cybernetes.Api.MetaV1;
using Cybernetes.Api.AppsV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.PolicyV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.Disruption;

/// <summary>Keeps the status of PodDisruptionBudgets, by which evictions are granted or refused.</summary>
public sealed class DisruptionController : IController
{
    private readonly ControllerContext _context;
    private readonly SharedInformer<PodDisruptionBudget> _budgets;
    private readonly SharedInformer<Pod> _pods;
    private readonly SharedInformer<ReplicaSet> _sets;
    private readonly SharedInformer<Deployment> _deployments;
    private readonly SharedInformer<StatefulSet> _stateful;
    private readonly SharedInformer<ReplicationController> _controllers;
    private readonly IEventRecorder _events;
    private readonly ReconcilerHost<NamespacedName> _host;

    /// <summary>Joins the informers.</summary>
    public DisruptionController(ControllerContext context)
    {
        _context = context;
        _events = context.EventsAs("controllermanager");
        _host = context.Host<NamespacedName>("disruption", 1, ReconcileAsync);
        _budgets = context.Informers.For<PodDisruptionBudget>();
        _pods = context.Informers.For<Pod>();
        _sets = context.Informers.For<ReplicaSet>();
        _deployments = context.Informers.For<Deployment>();
        _stateful = context.Informers.For<StatefulSet>();
        _controllers = context.Informers.For<ReplicationController>();
        _budgets.AddHandler(budget => _host.Queue.Add(NamespacedName.Of(budget)), (_, budget) => _host.Queue.Add(NamespacedName.Of(budget)));
        _pods.AddHandler(PodChanged, (before, after) =>
        {
            PodChanged(after);
            if (before.Metadata.Labels != after.Metadata.Labels)
            {
                PodChanged(before);
            }
        }, PodChanged);
        _deployments.AddHandler(updated: (before, after) => ScaleChanged(before.Spec.Replicas, after.Spec.Replicas, after.Metadata.Namespace));
        _sets.AddHandler(updated: (before, after) => ScaleChanged(before.Spec.Replicas, after.Spec.Replicas, after.Metadata.Namespace));
        _stateful.AddHandler(updated: (before, after) => ScaleChanged(before.Spec.Replicas, after.Spec.Replicas, after.Metadata.Namespace));
        _controllers.AddHandler(updated: (before, after) => ScaleChanged(before.Spec.Replicas, after.Spec.Replicas, after.Metadata.Namespace));
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private void PodChanged(Pod pod)
    {
        foreach (var budget in _budgets.List(pod.Metadata.Namespace))
        {
            if (budget.Spec.Selector.ToSelector().Matches(pod.Metadata.Labels))
            {
                _host.Queue.Add(NamespacedName.Of(budget));
            }
        }
    }

    private void ScaleChanged(int? before, int? after, string @namespace)
    {
        if (before != after)
        {
            foreach (var budget in _budgets.List(@namespace))
            {
                _host.Queue.Add(NamespacedName.Of(budget));
            }
        }
    }

    private async ValueTask<TimeSpan?> ReconcileAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        if (_budgets.Get(key) is not { } budget)
        {
            return null;
        }

        var selector = budget.Spec.Selector.ToSelector();
        var pods = _pods.List(key.Namespace).Where(pod => selector.Matches(pod.Metadata.Labels)).ToList();
        if (pods.Count == 0)
        {
            _events.Event(budget, EventType.Normal, "NoPods", "No matching pods found");
        }

        var scale = DisruptionDecision.NeedsScale(budget) ? await ScaleOfAsync(pods, cancellationToken).ConfigureAwait(false) : pods.Count;
        var status = DisruptionDecision.Status(budget, pods, scale, _context.Now);
        if (budget.Status != status)
        {
            (await _context.Client.UpdateStatusAsync(budget with { Status = status }, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
        }

        // A granted eviction that does not come to pass frees its place in time.
        return status.DisruptedPods.IsEmpty ? null : status.DisruptedPods.Values.Min(time => time.Moment) + DisruptionDecision.DeletionTimeout - _context.Now + TimeSpan.FromSeconds(1);
    }

    private async ValueTask<int> ScaleOfAsync(List<Pod> pods, CancellationToken cancellationToken)
    {
        var (scale, seen) = (0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var pod in pods)
        {
            if (pod.ControllerOf() is not { } reference)
            {
                continue;
            }

            var ns = pod.Metadata.Namespace;
            var (uid, replicas) = reference.Kind switch
            {
                "ReplicaSet" when _sets.Get(ns, reference.Name) is { } set => set.ControllerOf() is { Kind: "Deployment" } parent && _deployments.Get(ns, parent.Name) is { } deployment
                    ? (deployment.Metadata.Uid, deployment.Spec.Replicas ?? 1)
                    : (set.Metadata.Uid, set.Spec.Replicas ?? 1),
                "StatefulSet" when _stateful.Get(ns, reference.Name) is { } set => (set.Metadata.Uid, set.Spec.Replicas ?? 1),
                "ReplicationController" when _controllers.Get(ns, reference.Name) is { } controller => (controller.Metadata.Uid, controller.Spec.Replicas ?? 1),
                _ => (reference.Uid, -1),
            };
            if (!seen.Add(uid))
            {
                continue;
            }

            scale += replicas >= 0 ? replicas : await ScaleSubresource.ReadAsync(_context.Client, ns, reference, cancellationToken).ConfigureAwait(false) ?? 0;
        }

        return scale;
    }
}
