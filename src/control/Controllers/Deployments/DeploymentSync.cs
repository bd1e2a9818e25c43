using Cybernetes.Api.AppsV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Events;

namespace Cybernetes.Controllers.Deployments;

/// <summary>
/// One pass over one Deployment:
/// 1. a Deployment that is going only has its status kept;
/// 2. pausing and resuming are noted;
/// 3. a paused one, or one that was scaled, has its ReplicaSets sized and no more;
/// 4. otherwise the rollout takes one step, and its status follows.
/// </summary>
internal sealed partial class DeploymentSync(
    KubeClient client, IEventRecorder events, Deployment deployment, List<ReplicaSet> sets, Func<string, IReadOnlyList<Pod>> podsOf, CancellationToken cancellationToken)
{
    private readonly List<ReplicaSet> _sets = sets;
    private Deployment _deployment = deployment;
    private ReplicaSet? _new;

    private DateTimeOffset Now => client.Time.GetUtcNow();

    private List<ReplicaSet> Old => [.. _sets.Where(set => set.Metadata.Uid != _new?.Metadata.Uid)];

    private int Wanted => Rollouts.Wanted(_deployment);

    public async ValueTask<TimeSpan?> RunAsync()
    {
        // 1.
        if (_deployment.IsDeleting())
        {
            await FindNewAsync(create: false).ConfigureAwait(false);
            await WriteStatusAsync(DeploymentStatuses.Calculate(_deployment, _sets, _new, Now)).ConfigureAwait(false);
            return null;
        }

        // 2.
        await NotePauseAsync().ConfigureAwait(false);

        // 3.
        if (_deployment.Spec.Paused || WasScaled())
        {
            await FindNewAsync(create: false).ConfigureAwait(false);
            await ScaleAsync().ConfigureAwait(false);
            if (_deployment.Spec.Paused)
            {
                await CleanUpAsync().ConfigureAwait(false);
            }

            await WriteStatusAsync(DeploymentStatuses.Calculate(_deployment, _sets, _new, Now)).ConfigureAwait(false);
            return null;
        }

        // 4.
        return Rollouts.IsRolling(_deployment) ? await RollAsync().ConfigureAwait(false) : await RecreateAsync().ConfigureAwait(false);
    }

    private async ValueTask<TimeSpan?> RollAsync()
    {
        await FindNewAsync(create: true).ConfigureAwait(false);
        var size = _new!.Spec.Replicas ?? 0;
        var target = size > Wanted ? Wanted : size == Wanted ? size : Rollouts.NewSize(_deployment, _sets, size);
        if (await ResizeAsync(_new, target).ConfigureAwait(false))
        {
            return await FinishAsync().ConfigureAwait(false);
        }

        var scaled = false;
        foreach (var (name, smaller) in Rollouts.ScaleDownOld(_deployment, [.. Old.Where(set => set.Spec.Replicas > 0)], _new))
        {
            scaled |= await ResizeAsync(_sets.First(set => set.Metadata.Name == name), smaller).ConfigureAwait(false);
        }

        return await FinishAsync(cleanUp: !scaled).ConfigureAwait(false);
    }

    private async ValueTask<TimeSpan?> RecreateAsync()
    {
        await FindNewAsync(create: false).ConfigureAwait(false);
        var scaled = false;
        foreach (var set in Old.Where(set => set.Spec.Replicas > 0))
        {
            scaled |= await ResizeAsync(set, 0).ConfigureAwait(false);
        }

        if (scaled || Old.Any(set => set.Status.Replicas > 0) || Old.Any(set => podsOf(set.Metadata.Uid).Any(pod => !pod.IsTerminal())))
        {
            return await FinishAsync().ConfigureAwait(false);
        }

        if (_new is null)
        {
            await FindNewAsync(create: true).ConfigureAwait(false);
        }

        await ResizeAsync(_new!, Wanted).ConfigureAwait(false);
        return await FinishAsync(cleanUp: true).ConfigureAwait(false);
    }

    private async ValueTask<TimeSpan?> FinishAsync(bool cleanUp = false)
    {
        if (cleanUp && DeploymentStatuses.IsComplete(_deployment, _deployment.Status))
        {
            await CleanUpAsync().ConfigureAwait(false);
        }

        var status = DeploymentStatuses.OfRollout(_deployment, _sets, _new, Now);
        await WriteStatusAsync(status).ConfigureAwait(false);
        return DeploymentStatuses.UntilDeadline(_deployment, status, Now);
    }

    private async ValueTask NotePauseAsync()
    {
        var current = DeploymentStatuses.Find(_deployment.Status, DeploymentStatuses.Progressing);
        if (!DeploymentStatuses.HasDeadline(_deployment) || current?.Reason == DeploymentStatuses.DeadlineExceeded)
        {
            return;
        }

        var noted = current?.Reason == "DeploymentPaused";
        if (_deployment.Spec.Paused && !noted)
        {
            await WriteStatusAsync(DeploymentStatuses.Set(_deployment.Status, DeploymentStatuses.Progressing, "Unknown", "DeploymentPaused", "Deployment is paused", Now)).ConfigureAwait(false);
        }
        else if (!_deployment.Spec.Paused && noted)
        {
            await WriteStatusAsync(DeploymentStatuses.Set(_deployment.Status, DeploymentStatuses.Progressing, "Unknown", "DeploymentResumed", "Deployment is resumed", Now)).ConfigureAwait(false);
        }
    }

    private async ValueTask WriteStatusAsync(DeploymentStatus status)
    {
        if (_deployment.Status != status)
        {
            _deployment = (await client.UpdateStatusAsync(_deployment with { Status = status }, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow();
        }
    }
}
