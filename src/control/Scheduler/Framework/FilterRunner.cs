using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Framework;

/// <summary>Runs the filters of a profile on one node.</summary>
public static class FilterRunner
{
    /// <summary>
    /// The first refusal, or success. Where pods of at least the same priority wait for this node, the pod must fit with them and without them:
    /// with them, since they will come; without them, since they may not (upstream's RunFilterPluginsWithNominatedPods).
    /// </summary>
    public static Verdict Run(Profile profile, CycleState state, PodInfo pod, NodeInfo node, NominatedPods nominated)
    {
        if (nominated.Count == 0)
        {
            return Run(profile, state, pod, node);
        }

        var coming = nominated.On(node.Name).Where(other => other.Priority >= pod.Priority && other.Uid != pod.Uid).ToArray();
        if (coming.Length == 0)
        {
            return Run(profile, state, pod, node);
        }

        var (withState, withNode) = (state.Clone(), node.Clone());
        foreach (var other in coming)
        {
            withNode.Add(other);
            foreach (var plugin in profile.PreFilters)
            {
                plugin.AddPod(withState, pod, other, withNode);
            }
        }

        var verdict = Run(profile, withState, pod, withNode);
        return verdict.IsSuccess ? Run(profile, state, pod, node) : verdict;
    }

    /// <summary>The first refusal, or success.</summary>
    public static Verdict Run(Profile profile, CycleState state, PodInfo pod, NodeInfo node)
    {
        foreach (var filter in profile.Filters)
        {
            if (state.SkippedFilters.Count > 0 && state.SkippedFilters.Contains(filter.Name))
            {
                continue;
            }

            var verdict = filter.Filter(state, pod, node);
            if (!verdict.IsSuccess)
            {
                return verdict;
            }
        }

        return Verdict.Success;
    }
}
