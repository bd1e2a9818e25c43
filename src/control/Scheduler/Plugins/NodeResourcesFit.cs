using Cybernetes.Api.Machinery;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins;

/// <summary>Keeps a pod off nodes without room for it; scores by upstream's LeastAllocated over CPU and memory.</summary>
public sealed class NodeResourcesFit : IFilterPlugin, IScorePlugin
{
    /// <inheritdoc/>
    public string Name => nameof(NodeResourcesFit);

    /// <inheritdoc/>
    public Verdict Filter(CycleState state, PodInfo pod, NodeInfo node)
    {
        var shortages = new ValueListBuilder<string>();
        var unresolvable = false;
        var any = false;
        if (node.Pods.Count + 1 > node.Allocatable.AllowedPods)
        {
            shortages.Add("Too many pods");
            any = true;
        }

        Check("cpu", pod.Requests.MilliCpu, node.Requested.MilliCpu, node.Allocatable.MilliCpu);
        Check("memory", pod.Requests.Memory, node.Requested.Memory, node.Allocatable.Memory);
        Check("ephemeral-storage", pod.Requests.EphemeralStorage, node.Requested.EphemeralStorage, node.Allocatable.EphemeralStorage);
        foreach (var (resource, amount) in pod.Requests.Scalars)
        {
            Check(resource, amount, node.Requested[resource], node.Allocatable[resource]);
        }

        return any ? new(unresolvable ? VerdictCode.Unresolvable : VerdictCode.Unschedulable, Name, shortages.ToList()) : Verdict.Success;

        void Check(string resource, long wanted, long used, long allocatable)
        {
            if (wanted <= 0 || wanted <= allocatable - used)
            {
                return;
            }

            shortages.Add($"Insufficient {resource}");
            any = true;
            unresolvable |= wanted > allocatable;
        }
    }

    /// <inheritdoc/>
    public long Score(CycleState state, PodInfo pod, NodeInfo node)
    {
        var (sum, weights) = (0L, 0L);
        Count(node.Allocatable.MilliCpu, node.NonZeroRequested.MilliCpu + pod.NonZeroRequests.MilliCpu);
        Count(node.Allocatable.Memory, node.NonZeroRequested.Memory + pod.NonZeroRequests.Memory);
        return weights == 0 ? 0 : sum / weights;

        void Count(long allocatable, long requested)
        {
            if (allocatable == 0)
            {
                return;
            }

            sum += requested > allocatable ? 0 : (allocatable - requested) * ScoreNormalizer.MaxNodeScore / allocatable;
            weights++;
        }
    }
}
