using System.Globalization;
using Cybernetes.Api.AppsV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Events;

namespace Cybernetes.Controllers.Deployments;

/// <content>Finding or creating the ReplicaSet of the present template.</content>
internal sealed partial class DeploymentSync
{
    private const string HashLabel = "pod-template-hash";

    private async ValueTask FindNewAsync(bool create)
    {
        _new = Find(_sets, _deployment.Spec.Template);
        var revision = RevisionAnnotations.MaxRevision(Old) + 1;
        if (_new is not null)
        {
            await AlignAsync(revision).ConfigureAwait(false);
        }
        else if (create)
        {
            await CreateAsync(revision).ConfigureAwait(false);
        }
    }

    /// <summary>The oldest ReplicaSet whose template is the one given, the hash label aside.</summary>
    internal static ReplicaSet? Find(IEnumerable<ReplicaSet> sets, PodTemplateSpec template) => sets
        .OrderBy(set => set.Metadata.CreationTimestamp).ThenBy(set => set.Metadata.Name, StringComparer.Ordinal)
        .FirstOrDefault(set => WithoutHash(set.Spec.Template) == WithoutHash(template));

    private static PodTemplateSpec WithoutHash(PodTemplateSpec template) =>
        template with { Metadata = template.Metadata with { Labels = template.Metadata.Labels.Without(HashLabel) } };

    private async ValueTask AlignAsync(long revision)
    {
        var wanted = RevisionAnnotations.ForNew(_new!, _deployment, revision, exists: true);
        if (wanted.Spec.MinReadySeconds != _deployment.Spec.MinReadySeconds)
        {
            wanted = wanted with { Spec = wanted.Spec with { MinReadySeconds = _deployment.Spec.MinReadySeconds } };
        }

        if (!ReferenceEquals(wanted, _new))
        {
            Known((await client.UpdateAsync(wanted, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow());
        }

        var status = _deployment.Status;
        if (DeploymentStatuses.HasDeadline(_deployment) && DeploymentStatuses.Find(status, DeploymentStatuses.Progressing) is null)
        {
            status = DeploymentStatuses.Set(status, DeploymentStatuses.Progressing, "True", "FoundNewReplicaSet", $"Found new replica set \"{_new!.Metadata.Name}\"", Now);
        }

        await WriteRevisionAsync(_new!.Metadata.Annotations.GetValueOrDefault(RevisionAnnotations.Revision) ?? "", status).ConfigureAwait(false);
    }

    private async ValueTask CreateAsync(long revision)
    {
        var hash = TemplateHash.Of(_deployment.Spec.Template, _deployment.Status.CollisionCount);
        var selector = _deployment.Spec.Selector ?? LabelSelector.Empty;
        var template = _deployment.Spec.Template;
        template = template with { Metadata = template.Metadata with { Labels = template.Metadata.Labels.With(HashLabel, hash) } };
        var set = new ReplicaSet
        {
            Metadata = new ObjectMeta
            {
                Name = NameOf(_deployment.Metadata.Name, hash),
                Namespace = _deployment.Metadata.Namespace,
                Labels = template.Metadata.Labels,
                OwnerReferences = [_deployment.ToControllerReference()],
            },
            Spec = new ReplicaSetSpec
            {
                Replicas = Rollouts.NewSize(_deployment, _sets, 0),
                MinReadySeconds = _deployment.Spec.MinReadySeconds,
                Selector = selector with { MatchLabels = selector.MatchLabels.With(HashLabel, hash) },
                Template = template,
            },
        };
        set = RevisionAnnotations.ForNew(set, _deployment, revision, exists: false);
        var result = await client.CreateAsync(set, cancellationToken: cancellationToken).ConfigureAwait(false);
        var exists = false;
        if (result.IsAlreadyExists)
        {
            var there = (await client.GetAsync<ReplicaSet>(set.Metadata.Namespace, set.Metadata.Name, cancellationToken).ConfigureAwait(false)).OrThrow();
            if (there.IsControlledBy(_deployment) && WithoutHash(there.Spec.Template) == WithoutHash(_deployment.Spec.Template))
            {
                (result, exists) = (ApiResult<ReplicaSet>.Success(there), true);
            }
            else
            {
                // Another template has the same hash: count the collision, which changes the hash, and come again.
                await WriteStatusAsync(_deployment.Status with { CollisionCount = (_deployment.Status.CollisionCount ?? 0) + 1 }).ConfigureAwait(false);
            }
        }

        if (!result.Ok)
        {
            await TellFailureAsync(set, result).ConfigureAwait(false);
            throw new ApiException(result.Status);
        }

        _new = result.Value;
        Known(result.Value);
        var size = set.Spec.Replicas ?? 0;
        if (!exists && size > 0)
        {
            events.Event(_deployment, EventType.Normal, "ScalingReplicaSet", $"Scaled up replica set {_new.Metadata.Name} from 0 to {size}");
        }

        var status = !exists && DeploymentStatuses.HasDeadline(_deployment)
            ? DeploymentStatuses.Set(_deployment.Status, DeploymentStatuses.Progressing, "True", "NewReplicaSetCreated", $"Created new replica set \"{_new.Metadata.Name}\"", Now)
            : _deployment.Status;
        await WriteRevisionAsync(revision.ToString(CultureInfo.InvariantCulture), status).ConfigureAwait(false);
    }

    private async ValueTask TellFailureAsync(ReplicaSet set, ApiResult<ReplicaSet> result)
    {
        if (result.IsAlreadyExists || result.IsNamespaceTerminating)
        {
            return;
        }

        var message = $"Failed to create new replica set \"{set.Metadata.Name}\": {result.Message}";
        events.Event(_deployment, EventType.Warning, "ReplicaSetCreateError", message);
        if (DeploymentStatuses.HasDeadline(_deployment))
        {
            await WriteStatusAsync(DeploymentStatuses.Set(_deployment.Status, DeploymentStatuses.Progressing, "False", "ReplicaSetCreateError", message, Now)).ConfigureAwait(false);
        }
    }

    private async ValueTask WriteRevisionAsync(string revision, DeploymentStatus status)
    {
        if (_deployment.Metadata.Annotations.GetValueOrDefault(RevisionAnnotations.Revision) == revision && _deployment.Status == status)
        {
            return;
        }

        // A Deployment's status update carries its annotations, upstream's as well.
        var noted = _deployment with
        {
            Metadata = _deployment.Metadata with { Annotations = _deployment.Metadata.Annotations.With(RevisionAnnotations.Revision, revision) },
            Status = status,
        };
        _deployment = (await client.UpdateStatusAsync(noted, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow();
    }

    // Leaves room for the five characters that pods add.
    private static string NameOf(string name, string hash)
    {
        const int longest = 253 - 6;
        return name.Length + 1 + hash.Length <= longest ? $"{name}-{hash}" : $"{name[..(longest - hash.Length - 1)]}-{hash}";
    }
}
