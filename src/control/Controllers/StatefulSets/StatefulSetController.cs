using Cybernetes.Api.MetaV1;
using Cybernetes.Api.AppsV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Revisions;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.StatefulSets;

/// <summary>Keeps the numbered pods of StatefulSets, with the claims that are theirs alone.</summary>
public sealed partial class StatefulSetController : IController
{
    private readonly ControllerContext _context;
    private readonly SharedInformer<StatefulSet> _sets;
    private readonly SharedInformer<ControllerRevision> _revisions;
    private readonly SharedInformer<Pod> _pods;
    private readonly SharedInformer<PersistentVolumeClaim> _claims;
    private readonly IEventRecorder _events;
    private readonly ReconcilerHost<NamespacedName> _host;

    /// <summary>Joins the informers.</summary>
    public StatefulSetController(ControllerContext context)
    {
        _context = context;
        _events = context.EventsAs("statefulset-controller");
        _host = context.Host<NamespacedName>("statefulset", context.Options.ConcurrentStatefulSetSyncs, ReconcileAsync);
        _sets = context.Informers.For<StatefulSet>();
        _revisions = context.Informers.For<ControllerRevision>().AddIndex(Owners.Index, Owners.IndexKeys);
        _pods = context.Informers.For<Pod>().AddIndex(Owners.Index, Owners.IndexKeys);
        _claims = context.Informers.For<PersistentVolumeClaim>();
        _sets.AddHandler(Enqueue, (_, after) => Enqueue(after), Enqueue);
        _pods.AddHandler(PodChanged, (before, after) =>
        {
            PodChanged(before);
            PodChanged(after);
        }, PodChanged);
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private void Enqueue(StatefulSet set) => _host.Queue.Add(NamespacedName.Of(set));

    private void PodChanged(Pod pod)
    {
        if (pod.ControllerOf() is { } reference)
        {
            if (reference.Kind == "StatefulSet" && _sets.Get(pod.Metadata.Namespace, reference.Name) is { } set && set.Metadata.Uid == reference.Uid)
            {
                Enqueue(set);
            }

            return;
        }

        foreach (var candidate in _sets.List(pod.Metadata.Namespace))
        {
            if (StatefulPods.OrdinalOf(candidate, pod.Metadata.Name) >= 0)
            {
                Enqueue(candidate);
            }
        }
    }

    private async ValueTask<TimeSpan?> ReconcileAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        if (_sets.Get(key) is not { } set)
        {
            return null;
        }

        var selector = set.Spec.Selector.ToSelector();
        async ValueTask<Api.IObject?> Fresh(CancellationToken token) => (await _context.Client.GetAsync<StatefulSet>(key.Namespace, key.Name, token).ConfigureAwait(false)).OrNull();
        var revisions = await new ClaimManager<ControllerRevision>(_context.Client, set, StatefulSet.Info.Kind, selector, Fresh).ClaimAsync(
            _revisions.ByIndex(Owners.Index, set.Metadata.Uid).Concat(_revisions.ByIndex(Owners.Index, Owners.OrphansOf(key.Namespace))), cancellationToken).ConfigureAwait(false);
        var pods = await new ClaimManager<Pod>(_context.Client, set, StatefulSet.Info.Kind, selector, Fresh).ClaimAsync(
            _pods.ByIndex(Owners.Index, set.Metadata.Uid).Concat(_pods.ByIndex(Owners.Index, Owners.OrphansOf(key.Namespace)))
                .Where(pod => StatefulPods.OrdinalOf(set, pod.Metadata.Name) >= 0),
            cancellationToken).ConfigureAwait(false);

        var (update, collisions) = await RevisionHistory.EnsureAsync(
            _context.Client, set, set.Spec.Template, revisions, set.Status.CollisionCount, "controller.kubernetes.io/hash", cancellationToken).ConfigureAwait(false);
        var current = revisions.FirstOrDefault(revision => revision.Metadata.Name == set.Status.CurrentRevision) ?? update;

        Exception? failure = null;
        var changed = pods.ToDictionary(pod => pod.Metadata.Name);
        foreach (var step in StatefulDecision.Decide(set, pods, current.Metadata.Name, update.Metadata.Name, _context.Now))
        {
            try
            {
                await TakeAsync(set, step, current, update, changed, cancellationToken).ConfigureAwait(false);
            }
            catch (ApiException e)
            {
                failure = e;
                break;
            }
        }

        var status = StatefulDecision.Status(set, changed.Values, current.Metadata.Name, update.Metadata.Name, collisions, _context.Now);
        if (set.Status != status)
        {
            (await _context.Client.UpdateStatusAsync(set with { Status = status }, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
        }

        if (failure is not null)
        {
            throw failure;
        }

        var live = pods.Select(StatefulPods.RevisionOf).Append(current.Metadata.Name).Append(update.Metadata.Name).ToHashSet(StringComparer.Ordinal);
        await RevisionHistory.TruncateAsync(
            _context.Client, revisions, revision => live.Contains(revision.Metadata.Name), set.Spec.RevisionHistoryLimit ?? 10, cancellationToken).ConfigureAwait(false);
        return set.Spec.MinReadySeconds > 0 && status.AvailableReplicas != status.ReadyReplicas ? TimeSpan.FromSeconds(set.Spec.MinReadySeconds) : null;
    }
}
