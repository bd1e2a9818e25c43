using Cybernetes.Api.AppsV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Events;

namespace Cybernetes.Controllers.Deployments;

/// <content>Sizing ReplicaSets and dropping old ones.</content>
internal sealed partial class DeploymentSync
{
    private bool WasScaled() => _sets.Any(set =>
        set.Spec.Replicas > 0 && RevisionAnnotations.Number(set, RevisionAnnotations.DesiredReplicas) is { } desired && desired != Wanted);

    private async ValueTask ScaleAsync()
    {
        var active = _sets.Where(set => set.Spec.Replicas > 0).ToList();
        if (active.Count <= 1)
        {
            var only = active.FirstOrDefault() ?? _new ?? _sets.OrderByDescending(set => set.Metadata.CreationTimestamp).FirstOrDefault();
            if (only is not null && only.Spec.Replicas != Wanted)
            {
                await ResizeAsync(only, Wanted).ConfigureAwait(false);
            }

            return;
        }

        if (_new is not null && _new.Spec.Replicas == Wanted && _new.Status.AvailableReplicas == Wanted
            && RevisionAnnotations.Number(_new, RevisionAnnotations.DesiredReplicas) == Wanted)
        {
            foreach (var set in active.Where(set => set.Metadata.Uid != _new.Metadata.Uid))
            {
                await ResizeAsync(set, 0).ConfigureAwait(false);
            }

            return;
        }

        if (Rollouts.IsRolling(_deployment))
        {
            foreach (var (name, size) in Rollouts.Proportions(_deployment, active))
            {
                await ResizeAsync(_sets.First(set => set.Metadata.Name == name), size).ConfigureAwait(false);
            }
        }
    }

    // True when the size has changed; the sizes it was made for are noted in any case.
    private async ValueTask<bool> ResizeAsync(ReplicaSet set, int size)
    {
        var before = set.Spec.Replicas ?? 0;
        var wanted = RevisionAnnotations.WithSizes(set with { Spec = set.Spec with { Replicas = size } }, _deployment);
        if (before == size && ReferenceEquals(wanted.Metadata, set.Metadata))
        {
            return false;
        }

        Known((await client.UpdateAsync(wanted, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow());
        if (before == size)
        {
            return false;
        }

        events.Event(_deployment, EventType.Normal, "ScalingReplicaSet", $"Scaled {(size > before ? "up" : "down")} replica set {set.Metadata.Name} from {before} to {size}");
        return true;
    }

    private void Known(ReplicaSet set)
    {
        var at = _sets.FindIndex(other => other.Metadata.Uid == set.Metadata.Uid);
        if (at < 0)
        {
            _sets.Add(set);
        }
        else
        {
            _sets[at] = set;
        }

        if (_new?.Metadata.Uid == set.Metadata.Uid)
        {
            _new = set;
        }
    }

    private async ValueTask CleanUpAsync()
    {
        if (_deployment.Spec.RevisionHistoryLimit is not { } limit || limit == int.MaxValue)
        {
            return;
        }

        var old = Old.Where(set => !set.IsDeleting()).OrderBy(RevisionAnnotations.RevisionOf).ThenBy(set => set.Metadata.CreationTimestamp).ToList();
        foreach (var set in old.Take(old.Count - limit))
        {
            if (set.Status.Replicas == 0 && set.Spec.Replicas == 0 && set.Metadata.Generation <= set.Status.ObservedGeneration)
            {
                var options = new DeleteOptions { Preconditions = new Preconditions { Uid = set.Metadata.Uid }, PropagationPolicy = "Background" };
                (await client.DeleteAsync<ReplicaSet>(set.Metadata.Namespace, set.Metadata.Name, options, cancellationToken).ConfigureAwait(false)).OrNull();
                _sets.Remove(set);
            }
        }
    }
}
