using Cybernetes.Api.MetaV1;
using Cybernetes.Api.AppsV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.DaemonSets;

/// <summary>Keeps one pod of a DaemonSet on every node it fits.</summary>
public sealed partial class DaemonSetController : IController
{
    private const int Burst = 250;
    private readonly ControllerContext _context;
    private readonly SharedInformer<DaemonSet> _sets;
    private readonly SharedInformer<ControllerRevision> _revisions;
    private readonly SharedInformer<Pod> _pods;
    private readonly SharedInformer<Node> _nodes;
    private readonly Expectations _expectations;
    private readonly IEventRecorder _events;
    private readonly PodControl _control;
    private readonly ReconcilerHost<NamespacedName> _host;
    private readonly FailedPodBackoff _backoff;

    /// <summary>Joins the informers.</summary>
    public DaemonSetController(ControllerContext context)
    {
        _context = context;
        _expectations = new Expectations(context.Time);
        _backoff = new FailedPodBackoff(context.Time);
        _events = context.EventsAs("daemonset-controller");
        _control = new PodControl(context.Client, _events);
        _host = context.Host<NamespacedName>("daemonset", context.Options.ConcurrentDaemonSetSyncs, ReconcileAsync);
        _sets = context.Informers.For<DaemonSet>();
        _revisions = context.Informers.For<ControllerRevision>().AddIndex(Owners.Index, Owners.IndexKeys);
        _pods = context.Informers.For<Pod>().AddIndex(Owners.Index, Owners.IndexKeys);
        _nodes = context.Informers.For<Node>();
        _sets.AddHandler(Enqueue, (_, after) => Enqueue(after), set =>
        {
            _expectations.Forget(NamespacedName.Of(set));
            Enqueue(set);
        });
        _pods.AddHandler(PodAdded, PodUpdated, PodDeleted);
        _nodes.AddHandler(_ => EnqueueAll(), (before, after) =>
        {
            if (before.Metadata.Labels != after.Metadata.Labels || before.Spec.Taints != after.Spec.Taints || before.Spec.Unschedulable != after.Spec.Unschedulable)
            {
                EnqueueAll();
            }
        }, _ => EnqueueAll());
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private void Enqueue(DaemonSet set) => _host.Queue.Add(NamespacedName.Of(set));

    private void EnqueueAll()
    {
        foreach (var set in _sets.List())
        {
            Enqueue(set);
        }
    }

    private DaemonSet? OwnerOf(Pod pod) =>
        pod.ControllerOf() is { Kind: "DaemonSet" } reference && _sets.Get(pod.Metadata.Namespace, reference.Name) is { } set && set.Metadata.Uid == reference.Uid ? set : null;

    private void PodAdded(Pod pod)
    {
        if (pod.IsDeleting())
        {
            PodDeleted(pod);
        }
        else if (OwnerOf(pod) is { } set)
        {
            _expectations.CreationObserved(NamespacedName.Of(set));
            Enqueue(set);
        }
        else if (pod.ControllerOf() is null)
        {
            foreach (var candidate in _sets.List(pod.Metadata.Namespace))
            {
                if (candidate.Spec.Selector.ToSelector().Matches(pod.Metadata.Labels))
                {
                    Enqueue(candidate);
                }
            }
        }
    }

    private void PodUpdated(Pod before, Pod after)
    {
        if (after.IsDeleting())
        {
            PodDeleted(after);
            return;
        }

        if (OwnerOf(before) is { } former && before.ControllerOf() != after.ControllerOf())
        {
            Enqueue(former);
        }

        if (OwnerOf(after) is { } set)
        {
            Enqueue(set);
            if (set.Spec.MinReadySeconds > 0 && !before.IsReady() && after.IsReady())
            {
                _host.Queue.AddAfter(NamespacedName.Of(set), TimeSpan.FromSeconds(set.Spec.MinReadySeconds + 1));
            }
        }
        else if (after.ControllerOf() is null && before.Metadata.Labels != after.Metadata.Labels)
        {
            PodAdded(after);
        }
    }

    private void PodDeleted(Pod pod)
    {
        if (OwnerOf(pod) is { } set)
        {
            _expectations.DeletionObserved(NamespacedName.Of(set), pod.Metadata.Uid);
            Enqueue(set);
        }
    }

    private async ValueTask<TimeSpan?> ReconcileAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        if (_sets.Get(key) is not { } set)
        {
            _expectations.Forget(key);
            return null;
        }

        var selector = set.Spec.Selector.ToSelector();
        if (selector.IsEmpty)
        {
            _events.Event(set, EventType.Warning, "SelectingAll", "This daemon set is selecting all pods. A non-empty selector is required.");
            return null;
        }

        if (set.IsDeleting())
        {
            return null;
        }

        var history = await HistoryAsync(set, selector, cancellationToken).ConfigureAwait(false);
        set = history.Set;
        var nodes = _nodes.List();
        var pods = await ClaimAsync(key, set, selector, cancellationToken).ConfigureAwait(false);
        TimeSpan? again = null;
        if (_expectations.Satisfied(key))
        {
            again = await ManageAsync(key, set, pods, nodes, history.Hash, cancellationToken).ConfigureAwait(false);
            if (_expectations.Satisfied(key) && set.Spec.UpdateStrategy.Type == "RollingUpdate")
            {
                var plan = DaemonSetDecision.Update(set, ByNode(pods), nodes, history.Hash, _context.Now);
                await SyncAsync(key, set, plan, history.Hash, cancellationToken).ConfigureAwait(false);
            }

            if (_expectations.Satisfied(key))
            {
                await CleanUpHistoryAsync(set, pods, history, cancellationToken).ConfigureAwait(false);
            }
        }

        var available = await WriteStatusAsync(set, pods, nodes, history.Hash, cancellationToken).ConfigureAwait(false);
        return again ?? available;
    }

    private async ValueTask<List<Pod>> ClaimAsync(NamespacedName key, DaemonSet set, Api.Machinery.Selector selector, CancellationToken cancellationToken)
    {
        var claims = new ClaimManager<Pod>(_context.Client, set, DaemonSet.Info.Kind, selector, async token =>
            (await _context.Client.GetAsync<DaemonSet>(key.Namespace, key.Name, token).ConfigureAwait(false)).OrNull());
        return await claims.ClaimAsync(
            _pods.ByIndex(Owners.Index, set.Metadata.Uid).Concat(_pods.ByIndex(Owners.Index, Owners.OrphansOf(key.Namespace))), cancellationToken).ConfigureAwait(false);
    }

    private static Dictionary<string, List<Pod>> ByNode(IEnumerable<Pod> pods) =>
        pods.GroupBy(DaemonSetDecision.NodeOf).Where(group => group.Key.Length > 0).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);

    private async ValueTask<TimeSpan?> ManageAsync(NamespacedName key, DaemonSet set, List<Pod> pods, IReadOnlyList<Node> nodes, string hash, CancellationToken cancellationToken)
    {
        var (byNode, known) = (ByNode(pods), nodes.Select(node => node.Metadata.Name).ToHashSet(StringComparer.Ordinal));
        var plan = new DaemonSetDecision.Plan([], []);
        TimeSpan? again = null;
        foreach (var node in nodes)
        {
            var here = byNode.GetValueOrDefault(node.Metadata.Name) ?? [];
            var (shouldRun, mayStay) = DaemonSetDecision.Judge(set, node);
            if (shouldRun && here.Count == 0)
            {
                plan.Create.Add(node.Metadata.Name);
            }
            else if (mayStay)
            {
                var running = new List<Pod>();
                foreach (var pod in here.Where(pod => !pod.IsDeleting()))
                {
                    if (pod.Status.Phase == "Failed")
                    {
                        // A pod that fails at once must not be made anew at once for ever.
                        if (_backoff.DelayFor($"{set.Metadata.Uid}/{set.Metadata.Generation}/{node.Metadata.Name}") is { } delay)
                        {
                            again = again is null || delay < again ? delay : again;
                            continue;
                        }

                        _events.Event(set, EventType.Warning, "FailedDaemonPod", $"Found failed daemon pod {NamespacedName.Of(pod)} on node {node.Metadata.Name}, will try to kill it");
                        plan.Delete.Add(pod);
                    }
                    else if (pod.Status.Phase == "Succeeded")
                    {
                        _events.Event(set, EventType.Normal, "SucceededDaemonPod", $"Found succeeded daemon pod {NamespacedName.Of(pod)} on node {node.Metadata.Name}, will try to delete it");
                        plan.Delete.Add(pod);
                    }
                    else
                    {
                        running.Add(pod);
                    }
                }

                plan.Delete.AddRange(Surplus(set, running, hash));
            }
            else
            {
                plan.Delete.AddRange(here.Where(pod => !pod.IsDeleting()));
            }
        }

        plan.Delete.AddRange(byNode.Where(entry => !known.Contains(entry.Key)).SelectMany(entry => entry.Value).Where(pod => pod.Spec.NodeName.Length == 0 && !pod.IsDeleting()));
        await SyncAsync(key, set, plan, hash, cancellationToken).ConfigureAwait(false);
        return again;
    }

    // One pod a node stays, the oldest that has started; while an update surges, one old and one new.
    private static IEnumerable<Pod> Surplus(DaemonSet set, List<Pod> running, string hash)
    {
        IEnumerable<Pod> Extra(IEnumerable<Pod> alike) => alike
            .OrderByDescending(pod => pod.Status.Phase == "Running").ThenByDescending(pod => pod.Spec.NodeName.Length > 0)
            .ThenBy(pod => pod.Metadata.CreationTimestamp).ThenBy(pod => pod.Metadata.Name, StringComparer.Ordinal).Skip(1);

        var surges = set.Spec.UpdateStrategy.Type == "RollingUpdate" && DaemonSetDecision.Limits(set, 100).Surge > 0;
        return surges
            ? Extra(running.Where(pod => DaemonSetDecision.IsUpdated(set, pod, hash))).Concat(Extra(running.Where(pod => !DaemonSetDecision.IsUpdated(set, pod, hash))))
            : Extra(running);
    }

    private async ValueTask SyncAsync(NamespacedName key, DaemonSet set, DaemonSetDecision.Plan plan, string hash, CancellationToken cancellationToken)
    {
        var create = plan.Create.Take(Burst).ToList();
        var delete = plan.Delete.Take(Burst).ToList();
        if (create.Count + delete.Count == 0)
        {
            return;
        }

        _expectations.Expect(key, create.Count, delete.Select(pod => pod.Metadata.Uid));
        var (created, error) = await SlowStart.RunAsync(create.Count, async i =>
        {
            try
            {
                await _control.CreateAsync(set, DaemonSet.Info.Kind, DaemonSetDecision.TemplateFor(set, create[i], hash), cancellationToken).ConfigureAwait(false);
            }
            catch (ApiException e) when (e.Status.Details?.Causes.Any(cause => cause.Reason == "NamespaceTerminating") == true)
            {
                _expectations.CreationObserved(key);
            }
        }).ConfigureAwait(false);
        if (created < create.Count)
        {
            _expectations.CreationObserved(key, create.Count - created);
        }

        foreach (var pod in delete)
        {
            try
            {
                if (!await _control.DeleteAsync(set, pod, cancellationToken).ConfigureAwait(false))
                {
                    _expectations.DeletionObserved(key, pod.Metadata.Uid);
                }
            }
            catch (ApiException e)
            {
                _expectations.DeletionObserved(key, pod.Metadata.Uid);
                error ??= e;
            }
        }

        if (error is not null)
        {
            throw error;
        }
    }
}
