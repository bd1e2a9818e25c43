using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Informers.Events;

namespace Cybernetes.Controllers.GarbageCollection;

/// <content>The judgement on one object.</content>
public sealed partial class GarbageCollector
{
    private async ValueTask<TimeSpan?> CheckAsync(GraphNode node, CancellationToken cancellationToken)
    {
        if ((node.IsBeingDeleted && !node.IsDeletingDependents && !node.IsVirtual) || _graph.IsOwned(node))
        {
            return null;
        }

        var identity = node.Identity;
        if (ResourceOf(identity) is not { } at)
        {
            // The kind is not served, or not yet known: its definition's coming looks again.
            return node.IsVirtual ? null : TimeSpan.FromSeconds(5);
        }

        if (await ReadAsync(at, identity, cancellationToken).ConfigureAwait(false) is not { } latest)
        {
            _graph.Remove(identity.Uid);
            return null;
        }

        if (node.IsDeletingDependents)
        {
            await ContinueForegroundAsync(node, at, cancellationToken).ConfigureAwait(false);
            return null;
        }

        var states = new List<OwnerState>();
        foreach (var owner in latest.Metadata.OwnerReferences)
        {
            if (await StateOfAsync(latest, identity, owner, cancellationToken).ConfigureAwait(false) is not { } state)
            {
                return null;
            }

            states.Add(state);
        }

        var dependents = _graph.DependentsOf(node);
        switch (OwnerRule.Judge(states, dependents.Count > 0))
        {
            case OwnerVerdict.Release:
                var solid = latest.Metadata.OwnerReferences.Where((_, i) => states[i] == OwnerState.Solid).ToValueList();
                await PatchOwnersAsync(at, latest, solid, cancellationToken).ConfigureAwait(false);
                break;
            case OwnerVerdict.DeleteForeground:
                if (dependents.Any(dependent => dependent.Node.IsDeletingDependents))
                {
                    // A circle of owners that wait for each other: this object waits for nobody.
                    var free = latest.Metadata.OwnerReferences.Update(owner => owner with { BlockOwnerDeletion = false });
                    await PatchOwnersAsync(at, latest, free, cancellationToken).ConfigureAwait(false);
                }

                await DeleteAsync(at, latest, "Foreground", cancellationToken).ConfigureAwait(false);
                break;
            case OwnerVerdict.Delete:
                await DeleteAsync(at, latest, OwnerRule.PolicyOf(latest.Metadata), cancellationToken).ConfigureAwait(false);
                break;
        }

        return null;
    }

    private async ValueTask ContinueForegroundAsync(GraphNode node, ResourceOf<PartialObjectMetadata> at, CancellationToken cancellationToken)
    {
        var blocking = _graph.DependentsOf(node).Where(dependent => dependent.Blocks).ToList();
        if (blocking.Count == 0)
        {
            await RemoveFinalizerAsync(at, node.Identity, DependencyGraph.ForegroundFinalizer, cancellationToken).ConfigureAwait(false);
            return;
        }

        foreach (var (dependent, _) in blocking)
        {
            if (!dependent.IsDeletingDependents)
            {
                _check.Queue.Add(dependent);
            }
        }
    }

    // Null: the reference can never be right, and the object is left alone.
    private async ValueTask<OwnerState?> StateOfAsync(PartialObjectMetadata value, ObjectIdentity identity, OwnerReference reference, CancellationToken cancellationToken)
    {
        if (_graph.IsAbsent(reference.Uid, value.Metadata.Namespace))
        {
            return OwnerState.Dangling;
        }

        var kind = GroupVersionKind.From(reference.ApiVersion, reference.Kind);
        if (_monitors.Find(kind.GroupKind) is not { } served)
        {
            throw new IOException($"unable to get REST mapping for {reference.ApiVersion}/{reference.Kind}.");
        }

        if (served.Namespaced && value.Metadata.Namespace.Length == 0)
        {
            TellWrongNamespace(identity, value, reference);
            return null;
        }

        var ownerNamespace = served.Namespaced ? value.Metadata.Namespace : "";
        var at = MetadataOf.Resource(served.Resource, served.Namespaced);
        var owner = (await _client.GetAsync(at, ownerNamespace, reference.Name, cancellationToken).ConfigureAwait(false)).OrNull();
        if (owner is null || owner.Metadata.Uid != reference.Uid)
        {
            _graph.NoteAbsent(reference.Uid, value.Metadata.Namespace);
            return OwnerState.Dangling;
        }

        return owner.Metadata.DeletionTimestamp is not null && owner.Metadata.Finalizers.Contains(DependencyGraph.ForegroundFinalizer)
            ? OwnerState.Waiting
            : OwnerState.Solid;
    }

    private void TellWrongNamespace(ObjectIdentity identity, PartialObjectMetadata value, OwnerReference reference)
    {
        var about = new ObjectReference
        {
            ApiVersion = identity.ApiVersion,
            Kind = identity.Kind,
            Namespace = identity.Namespace,
            Name = identity.Name,
            Uid = identity.Uid,
            ResourceVersion = value.Metadata.ResourceVersion,
        };
        _events.Event(
            about,
            EventType.Warning,
            "OwnerRefInvalidNamespace",
            $"ownerRef [{reference.ApiVersion}/{reference.Kind}, namespace: {identity.Namespace}, name: {reference.Name}, uid: {reference.Uid}] does not exist in namespace \"{identity.Namespace}\"");
    }

    private async ValueTask DeleteAsync(ResourceOf<PartialObjectMetadata> at, PartialObjectMetadata value, string policy, CancellationToken cancellationToken)
    {
        var options = new DeleteOptions
        {
            // The version as well: owners may have changed since they were judged.
            Preconditions = new Api.MetaV1.Preconditions { Uid = value.Metadata.Uid, ResourceVersion = value.Metadata.ResourceVersion },
            PropagationPolicy = policy,
        };
        (await _client.DeleteAsync(at, value.Metadata.Namespace, value.Metadata.Name, options, cancellationToken).ConfigureAwait(false)).OrNull();
    }

    private async ValueTask OrphanAsync(GraphNode node, CancellationToken cancellationToken)
    {
        foreach (var (dependent, _) in _graph.DependentsOf(node))
        {
            if (ResourceOf(dependent.Identity) is { } at && await ReadAsync(at, dependent.Identity, cancellationToken).ConfigureAwait(false) is { } latest)
            {
                var others = latest.Metadata.OwnerReferences.Where(owner => owner.Uid != node.Identity.Uid).ToValueList();
                if (others.Count != latest.Metadata.OwnerReferences.Count)
                {
                    await PatchOwnersAsync(at, latest, others, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        if (ResourceOf(node.Identity) is { } own)
        {
            await RemoveFinalizerAsync(own, node.Identity, DependencyGraph.OrphanFinalizer, cancellationToken).ConfigureAwait(false);
        }
    }
}
