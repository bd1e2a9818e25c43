using Cybernetes.Api.CoreV1;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Preemption;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Extenders;

/// <summary>Asks all extenders that a pod concerns, one after the other; one that fails is passed over where it may be.</summary>
internal sealed class ExtenderRound(IReadOnlyList<IExtender> extenders)
{
    private const long MaxExtenderScore = 10;

    /// <summary>True when one of them narrows nodes down.</summary>
    public bool Filters { get; } = extenders.Any(extender => extender.Filters);

    /// <summary>The nodes that all let pass; the others get a verdict.</summary>
    public async ValueTask<List<NodeInfo>> FilterAsync(Pod pod, List<NodeInfo> feasible, Dictionary<string, Verdict> verdicts, CancellationToken cancellationToken)
    {
        foreach (var extender in extenders)
        {
            if (feasible.Count == 0)
            {
                break;
            }

            if (!extender.Filters || !extender.IsInterested(pod))
            {
                continue;
            }

            try
            {
                var (fit, refused) = await extender.FilterAsync(pod, feasible, cancellationToken).ConfigureAwait(false);
                foreach (var (node, verdict) in refused)
                {
                    verdicts[node] = verdict;
                }

                feasible = feasible.FindAll(node => fit.Contains(node.Name));
            }
            catch (ExtenderException) when (extender.Ignorable)
            {
                // The pod is placed without it.
            }
        }

        return feasible;
    }

    /// <summary>Adds the extenders' scores to those of the plugins.</summary>
    public async ValueTask PrioritizeAsync(Pod pod, IReadOnlyList<NodeInfo> feasible, long[] scores, CancellationToken cancellationToken)
    {
        foreach (var extender in extenders)
        {
            if (!extender.Prioritizes || !extender.IsInterested(pod))
            {
                continue;
            }

            try
            {
                var given = await extender.PrioritizeAsync(pod, feasible, cancellationToken).ConfigureAwait(false);
                for (var i = 0; i < scores.Length; i++)
                {
                    scores[i] += given.GetValueOrDefault(feasible[i].Name) * extender.Weight * (ScoreNormalizer.MaxNodeScore / MaxExtenderScore);
                }
            }
            catch (ExtenderException)
            {
                // A preference that nobody tells counts for nothing.
            }
        }
    }

    /// <summary>The plans that all agree to.</summary>
    public async ValueTask<IReadOnlyList<PreemptionPlan>> PreemptAsync(Pod pod, IReadOnlyList<PreemptionPlan> plans, CancellationToken cancellationToken)
    {
        foreach (var extender in extenders)
        {
            if (plans.Count == 0)
            {
                break;
            }

            if (!extender.Preempts || !extender.IsInterested(pod))
            {
                continue;
            }

            try
            {
                plans = CandidateOrder.Sort(await extender.PreemptAsync(pod, plans, cancellationToken).ConfigureAwait(false));
            }
            catch (ExtenderException) when (extender.Ignorable)
            {
                // The room is made without it.
            }
        }

        return plans;
    }
}
