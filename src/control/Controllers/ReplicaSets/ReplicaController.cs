using Cybernetes.Api;
using Cybernetes.Api.AppsV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.ReplicaSets;

/// <summary>Keeps as many pods as a ReplicaSet or ReplicationController says.</summary>
public sealed class ReplicaController<T> : IController
    where T : class, IObject<T>
{
    private readonly ControllerContext _context;
    private readonly ReplicaKind<T> _kind;
    private readonly SharedInformer<T> _owners;
    private readonly SharedInformer<Pod> _pods;
    private readonly Expectations _expectations;
    private readonly PodControl _control;
    private readonly ReconcilerHost<NamespacedName> _host;

    /// <summary>Joins the informers.</summary>
    public ReplicaController(ControllerContext context, ReplicaKind<T> kind)
    {
        (_context, _kind) = (context, kind);
        _expectations = new Expectations(context.Time);
        _control = new PodControl(context.Client, context.EventsAs(kind.Component));
        _host = context.Host<NamespacedName>(kind.Name, kind.Workers(context.Options), ReconcileAsync);
        _owners = context.Informers.For<T>().AddIndex(Owners.Index, Owners.IndexKeys);
        _pods = context.Informers.For<Pod>().AddIndex(Owners.Index, Owners.IndexKeys);
        _owners.AddHandler(Enqueue, (_, after) => Enqueue(after), owner =>
        {
            _expectations.Forget(NamespacedName.Of(owner));
            Enqueue(owner);
        });
        _pods.AddHandler(PodAdded, PodUpdated, PodDeleted);
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private void Enqueue(T owner) => _host.Queue.Add(NamespacedName.Of(owner));

    private T? OwnerOf(Pod pod) =>
        pod.ControllerOf() is { } reference && reference.Kind == T.Info.Kind.Kind
        && _owners.Get(pod.Metadata.Namespace, reference.Name) is { } owner && owner.Metadata.Uid == reference.Uid ? owner : null;

    private void EnqueueWantingOwners(Pod pod)
    {
        foreach (var owner in _owners.List(pod.Metadata.Namespace))
        {
            if (_kind.View(owner).Selector.Matches(pod.Metadata.Labels))
            {
                Enqueue(owner);
            }
        }
    }

    private void PodAdded(Pod pod)
    {
        if (pod.IsDeleting())
        {
            PodDeleted(pod);
        }
        else if (OwnerOf(pod) is { } owner)
        {
            _expectations.CreationObserved(NamespacedName.Of(owner));
            Enqueue(owner);
        }
        else if (pod.ControllerOf() is null)
        {
            EnqueueWantingOwners(pod);
        }
    }

    private void PodUpdated(Pod before, Pod after)
    {
        if (after.IsDeleting())
        {
            PodDeleted(after);
            return;
        }

        var (ownerBefore, owner) = (OwnerOf(before), OwnerOf(after));
        if (ownerBefore is not null && !ReferenceEquals(ownerBefore, owner))
        {
            Enqueue(ownerBefore);
        }

        if (owner is not null)
        {
            Enqueue(owner);
            var minReady = _kind.View(owner).MinReadySeconds;
            if (minReady > 0 && !before.IsReady() && after.IsReady())
            {
                _host.Queue.AddAfter(NamespacedName.Of(owner), TimeSpan.FromSeconds(minReady + 1));
            }
        }
        else if (after.ControllerOf() is null && (before.Metadata.Labels != after.Metadata.Labels || before.ControllerOf() is not null))
        {
            EnqueueWantingOwners(after);
        }
    }

    private void PodDeleted(Pod pod)
    {
        if (OwnerOf(pod) is { } owner)
        {
            _expectations.DeletionObserved(NamespacedName.Of(owner), pod.Metadata.Uid);
            Enqueue(owner);
        }
    }

    private async ValueTask<TimeSpan?> ReconcileAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        if (_owners.Get(key) is not { } owner)
        {
            _expectations.Forget(key);
            return null;
        }

        var view = _kind.View(owner);
        var maySync = _expectations.Satisfied(key);
        var claims = new ClaimManager<Pod>(_context.Client, owner, T.Info.Kind, view.Selector, async token =>
            (await _context.Client.GetAsync<T>(key.Namespace, key.Name, token).ConfigureAwait(false)).OrNull());
        var mine = await claims.ClaimAsync(
            _pods.ByIndex(Owners.Index, owner.Metadata.Uid).Concat(_pods.ByIndex(Owners.Index, Owners.OrphansOf(key.Namespace)).Where(pod => !pod.IsTerminal())),
            cancellationToken).ConfigureAwait(false);
        var active = mine.Where(PodState.IsActive).ToList();
        var terminating = mine.Count(PodState.IsTerminating);
        var failure = maySync && !owner.IsDeleting() ? await ManageAsync(key, owner, view, active, cancellationToken).ConfigureAwait(false) : null;

        var now = _context.Now;
        var status = ReplicaDecision.Status(view, active, _kind is ReplicaSetKind ? terminating : null, failure, now);
        var written = await WriteStatusAsync(owner, view, status, cancellationToken).ConfigureAwait(false);
        if (failure is not null)
        {
            throw failure;
        }

        // A pod that turns available does so by the clock alone.
        return written is not null && view.MinReadySeconds > 0 && status.ReadyReplicas == view.Replicas && status.AvailableReplicas != view.Replicas
            ? NextAvailable(active, view.MinReadySeconds, now)
            : null;
    }

    private static TimeSpan NextAvailable(List<Pod> pods, int minReadySeconds, DateTimeOffset now)
    {
        var next = TimeSpan.FromSeconds(minReadySeconds);
        foreach (var pod in pods)
        {
            if (pod.ReadySince() is { } since && since.Moment.AddSeconds(minReadySeconds) - now is { } left && left > TimeSpan.Zero && left < next)
            {
                next = left;
            }
        }

        return next;
    }

    private async Task<Exception?> ManageAsync(NamespacedName key, T owner, ReplicaView view, List<Pod> active, CancellationToken cancellationToken)
    {
        var missing = view.Replicas - active.Count;
        if (missing > 0)
        {
            missing = Math.Min(missing, ReplicaDecision.Burst);
            _expectations.ExpectCreations(key, missing);
            var (created, error) = await SlowStart.RunAsync(missing, async _ =>
            {
                try
                {
                    await _control.CreateAsync(owner, T.Info.Kind, view.Template, cancellationToken).ConfigureAwait(false);
                }
                catch (ApiException e) when (Failed(e, "NamespaceTerminating"))
                {
                    // Every further creation would fail as well, and the namespace's end needs no retry.
                    _expectations.CreationObserved(key);
                }
            }).ConfigureAwait(false);
            if (created < missing)
            {
                _expectations.CreationObserved(key, missing - created);
            }

            return error;
        }

        if (missing == 0)
        {
            return null;
        }

        var doomed = ReplicaDecision.ToDelete(active, Related(owner), Math.Min(-missing, ReplicaDecision.Burst), _context.Now);
        _expectations.ExpectDeletions(key, doomed.Select(pod => pod.Metadata.Uid));
        Exception? failure = null;
        await Task.WhenAll(doomed.Select(async pod =>
        {
            try
            {
                if (!await _control.DeleteAsync(owner, pod, cancellationToken).ConfigureAwait(false))
                {
                    _expectations.DeletionObserved(key, pod.Metadata.Uid);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                _expectations.DeletionObserved(key, pod.Metadata.Uid);
                failure ??= e;
            }
        })).ConfigureAwait(false);
        return failure;
    }

    private static bool Failed(ApiException e, string cause) => e.Status.Details?.Causes.Any(one => one.Reason == cause) ?? false;

    // Pods of all ReplicaSets of one Deployment count when nodes are compared, so that a rollout does not leave one node crowded.
    private List<Pod> Related(T owner)
    {
        IEnumerable<T> siblings = owner.ControllerOf() is { } parent ? _owners.ByIndex(Owners.Index, parent.Uid) : [owner];
        return [.. siblings.SelectMany(sibling => _pods.ByIndex(Owners.Index, sibling.Metadata.Uid)).Where(PodState.IsActive)];
    }

    private async Task<T?> WriteStatusAsync(T owner, ReplicaView view, ReplicaSetStatus status, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            status = status with { ObservedGeneration = owner.Metadata.Generation };
            if (view.Status == status)
            {
                return owner;
            }

            var result = await _context.Client.UpdateStatusAsync(_kind.WithStatus(owner, status), cancellationToken: cancellationToken).ConfigureAwait(false);
            if (result.Ok || result.IsNotFound)
            {
                return result.Value;
            }

            if (attempt >= 1)
            {
                throw new ApiException(result.Status);
            }

            if ((await _context.Client.GetAsync<T>(owner.Metadata.Namespace, owner.Metadata.Name, cancellationToken).ConfigureAwait(false)).OrNull() is not { } fresh)
            {
                return null;
            }

            (owner, view) = (fresh, _kind.View(fresh));
        }
    }
}
