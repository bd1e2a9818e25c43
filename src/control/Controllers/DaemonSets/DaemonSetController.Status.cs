using Cybernetes.Api.AppsV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Client;
using Cybernetes.Controllers.Revisions;
using Cybernetes.Controllers.Workloads;

namespace Cybernetes.Controllers.DaemonSets;

/// <content>Revisions and status.</content>
public sealed partial class DaemonSetController
{
    private sealed record History(DaemonSet Set, List<ControllerRevision> Revisions, ControllerRevision Current)
    {
        public string Hash => Current.Metadata.Labels.GetValueOrDefault(DaemonSetDecision.HashLabel) ?? "";
    }

    private async ValueTask<History> HistoryAsync(DaemonSet set, Selector selector, CancellationToken cancellationToken)
    {
        var claims = new ClaimManager<ControllerRevision>(_context.Client, set, DaemonSet.Info.Kind, selector, async token =>
            (await _context.Client.GetAsync<DaemonSet>(set.Metadata.Namespace, set.Metadata.Name, token).ConfigureAwait(false)).OrNull());
        var revisions = await claims.ClaimAsync(
            _revisions.ByIndex(Owners.Index, set.Metadata.Uid).Concat(_revisions.ByIndex(Owners.Index, Owners.OrphansOf(set.Metadata.Namespace))), cancellationToken).ConfigureAwait(false);
        var (current, collisions) = await RevisionHistory.EnsureAsync(
            _context.Client, set, set.Spec.Template, revisions, set.Status.CollisionCount, DaemonSetDecision.HashLabel, cancellationToken).ConfigureAwait(false);
        if (collisions != set.Status.CollisionCount)
        {
            set = (await _context.Client.UpdateStatusAsync(set with { Status = set.Status with { CollisionCount = collisions } }, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow();
        }

        return new History(set, revisions, current);
    }

    private ValueTask CleanUpHistoryAsync(DaemonSet set, List<Pod> pods, History history, CancellationToken cancellationToken)
    {
        var live = pods.Select(pod => pod.Metadata.Labels.GetValueOrDefault(DaemonSetDecision.HashLabel) ?? "").ToHashSet(StringComparer.Ordinal);
        return RevisionHistory.TruncateAsync(
            _context.Client,
            history.Revisions,
            revision => revision.Metadata.Name == history.Current.Metadata.Name || live.Contains(revision.Metadata.Labels.GetValueOrDefault(DaemonSetDecision.HashLabel) ?? "-"),
            set.Spec.RevisionHistoryLimit ?? 10,
            cancellationToken);
    }

    private async ValueTask<TimeSpan?> WriteStatusAsync(DaemonSet set, List<Pod> pods, IReadOnlyList<Node> nodes, string hash, CancellationToken cancellationToken)
    {
        var (byNode, now) = (ByNode(pods), _context.Now);
        var (desired, current, misscheduled, ready, available, updated) = (0, 0, 0, 0, 0, 0);
        foreach (var node in nodes)
        {
            var here = byNode.GetValueOrDefault(node.Metadata.Name) ?? [];
            if (!DaemonSetDecision.Judge(set, node).ShouldRun)
            {
                misscheduled += here.Count > 0 ? 1 : 0;
                continue;
            }

            desired++;
            if (here.MinBy(pod => (pod.Metadata.CreationTimestamp, pod.Metadata.Name)) is not { } pod)
            {
                continue;
            }

            current++;
            // Of an old and a new pod that surges, either may carry the node.
            var best = here.FirstOrDefault(other => !other.IsDeleting() && other.IsReady()) ?? pod;
            ready += best.IsReady() ? 1 : 0;
            available += best.IsAvailable(set.Spec.MinReadySeconds, now) ? 1 : 0;
            updated += DaemonSetDecision.IsUpdated(set, here.MaxBy(other => (other.Metadata.CreationTimestamp, other.Metadata.Name))!, hash) ? 1 : 0;
        }

        var status = set.Status with
        {
            ObservedGeneration = set.Metadata.Generation,
            DesiredNumberScheduled = desired,
            CurrentNumberScheduled = current,
            NumberMisscheduled = misscheduled,
            NumberReady = ready,
            NumberAvailable = available,
            NumberUnavailable = desired - available,
            UpdatedNumberScheduled = updated,
        };
        if (set.Status != status)
        {
            (await _context.Client.UpdateStatusAsync(set with { Status = status }, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow();
        }

        return set.Spec.MinReadySeconds > 0 && ready != available ? TimeSpan.FromSeconds(set.Spec.MinReadySeconds) : null;
    }
}
