using Cybernetes.Api.AppsV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Revisions;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Events;

namespace Cybernetes.Controllers.StatefulSets;

/// <content>Doing what was decided.</content>
public sealed partial class StatefulSetController
{
    private async ValueTask TakeAsync(StatefulSet set, StatefulStep step, ControllerRevision current, ControllerRevision update, Dictionary<string, Pod> pods, CancellationToken cancellationToken)
    {
        switch (step.Kind)
        {
            case StatefulStepKind.Create:
                var revision = step.Current ? current : update;
                await EnsureClaimsAsync(set, step.Ordinal, StatefulPods.NameOf(set, step.Ordinal), cancellationToken).ConfigureAwait(false);
                var template = ReferenceEquals(revision, update) ? set.Spec.Template : RevisionHistory.TemplateOf(revision);
                await CreateAsync(set, StatefulPods.New(set, template, revision.Metadata.Name, step.Ordinal), pods, cancellationToken).ConfigureAwait(false);
                await TendClaimsAsync(set, step.Ordinal, pods.GetValueOrDefault(StatefulPods.NameOf(set, step.Ordinal)), cancellationToken).ConfigureAwait(false);
                break;
            case StatefulStepKind.Recreate:
                var failed = step.Pod!.Status.Phase == "Failed";
                _events.Event(
                    set,
                    failed ? EventType.Warning : EventType.Normal,
                    failed ? "RecreatingFailedPod" : "RecreatingTerminatedPod",
                    $"StatefulSet {NamespacedName.Of(set)} is recreating {(failed ? "failed" : "terminated")} Pod {step.Pod.Metadata.Name}");
                await DeleteAsync(set, step.Pod, cancellationToken).ConfigureAwait(false);
                break;
            case StatefulStepKind.Delete:
                await DeleteAsync(set, step.Pod!, cancellationToken).ConfigureAwait(false);
                break;
            case StatefulStepKind.Tend:
                await TendAsync(set, step.Pod!, step.Ordinal, pods, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private async ValueTask CreateAsync(StatefulSet set, Pod pod, Dictionary<string, Pod> pods, CancellationToken cancellationToken)
    {
        var result = await _context.Client.CreateAsync(pod, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (result.Ok)
        {
            pods[result.Value.Metadata.Name] = result.Value;
            _events.Event(set, EventType.Normal, "SuccessfulCreate", $"create Pod {pod.Metadata.Name} in StatefulSet {set.Metadata.Name} successful");
        }
        else if (!result.IsAlreadyExists && !result.IsNamespaceTerminating)
        {
            _events.Event(set, EventType.Warning, "FailedCreate", $"create Pod {pod.Metadata.Name} in StatefulSet {set.Metadata.Name} failed error: {result.Message}");
            throw new ApiException(result.Status);
        }
        else if (result.IsAlreadyExists)
        {
            // Made a moment ago, and not in the cache yet; anybody else's pod of that name is in the way.
            var there = (await _context.Client.GetAsync<Pod>(pod.Metadata.Namespace, pod.Metadata.Name, cancellationToken).ConfigureAwait(false)).OrNull();
            pods[pod.Metadata.Name] = there?.IsControlledBy(set) == true ? there : throw new ApiException(result.Status);
        }
    }

    private async ValueTask DeleteAsync(StatefulSet set, Pod pod, CancellationToken cancellationToken)
    {
        var options = new DeleteOptions { Preconditions = new Api.MetaV1.Preconditions { Uid = pod.Metadata.Uid } };
        var result = await _context.Client.DeleteAsync<Pod>(pod.Metadata.Namespace, pod.Metadata.Name, options, cancellationToken).ConfigureAwait(false);
        if (result.Ok)
        {
            _events.Event(set, EventType.Normal, "SuccessfulDelete", $"delete Pod {pod.Metadata.Name} in StatefulSet {set.Metadata.Name} successful");
        }
        else if (!result.IsNotFound && !result.IsConflict)
        {
            _events.Event(set, EventType.Warning, "FailedDelete", $"delete Pod {pod.Metadata.Name} in StatefulSet {set.Metadata.Name} failed error: {result.Message}");
            throw new ApiException(result.Status);
        }
    }

    private async ValueTask TendAsync(StatefulSet set, Pod pod, int ordinal, Dictionary<string, Pod> pods, CancellationToken cancellationToken)
    {
        // A pod that waits for a claim somebody has deleted gets a new one.
        if (pod.Status.Phase == "Pending")
        {
            await EnsureClaimsAsync(set, ordinal, pod.Metadata.Name, cancellationToken).ConfigureAwait(false);
        }

        await TendClaimsAsync(set, ordinal, pod, cancellationToken).ConfigureAwait(false);
        var identified = StatefulPods.WithIdentity(set, pod, ordinal);
        if (!ReferenceEquals(identified, pod))
        {
            var result = await _context.Client.UpdateAsync(identified, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (result.OrNull() is { } updated)
            {
                pods[updated.Metadata.Name] = updated;
            }
        }
    }

    private async ValueTask EnsureClaimsAsync(StatefulSet set, int ordinal, string pod, CancellationToken cancellationToken)
    {
        foreach (var claim in StatefulPods.ClaimsOf(set, ordinal))
        {
            if (_claims.Get(NamespacedName.Of(claim)) is { } there)
            {
                if (there.IsDeleting())
                {
                    _events.Event(set, EventType.Warning, "FailedCreate", $"create Pod {pod} in StatefulSet {set.Metadata.Name} failed error: pvc {claim.Metadata.Name} is being deleted");
                    throw new ApiException(new Status { Message = $"pvc {claim.Metadata.Name} is being deleted" });
                }

                continue;
            }

            var owned = claim.With(claim.Metadata with { OwnerReferences = StatefulPods.ClaimOwners(set, claim, null, ordinal) });
            var result = await _context.Client.CreateAsync(owned, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (result.Ok)
            {
                _events.Event(set, EventType.Normal, "SuccessfulCreate", $"create Claim {claim.Metadata.Name} Pod {pod} in StatefulSet {set.Metadata.Name} success");
            }
            else if (!result.IsAlreadyExists)
            {
                _events.Event(set, EventType.Warning, "FailedCreate", $"create Claim {claim.Metadata.Name} for Pod {pod} in StatefulSet {set.Metadata.Name} failed error: {result.Message}");
                throw new ApiException(result.Status);
            }
        }
    }

    private async ValueTask TendClaimsAsync(StatefulSet set, int ordinal, Pod? pod, CancellationToken cancellationToken)
    {
        foreach (var wanted in StatefulPods.ClaimsOf(set, ordinal))
        {
            if (_claims.Get(NamespacedName.Of(wanted)) is { } claim)
            {
                var owners = StatefulPods.ClaimOwners(set, claim, pod, ordinal);
                if (owners != claim.Metadata.OwnerReferences)
                {
                    (await _context.Client.UpdateAsync(claim.With(claim.Metadata with { OwnerReferences = owners }), cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
                }
            }
        }
    }
}
