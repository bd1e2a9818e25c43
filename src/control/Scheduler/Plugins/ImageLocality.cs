using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins;

/// <summary>Prefers nodes that have the pod's images already, the more so the larger and the wider spread they are.</summary>
public sealed class ImageLocality : IPreScorePlugin, IScorePlugin
{
    private const long MinThreshold = 23L * 1024 * 1024;
    private const long MaxContainerThreshold = 1000L * 1024 * 1024;

    /// <inheritdoc/>
    public string Name => nameof(ImageLocality);

    /// <inheritdoc/>
    public Verdict PreScore(CycleState state, PodInfo pod, ClusterView cluster, IReadOnlyList<NodeInfo> feasible)
    {
        var wanted = pod.Pod.Spec.InitContainers.Concat(pod.Pod.Spec.Containers).Select(container => Normalize(container.Image)).ToHashSet();
        var spread = new Dictionary<string, int>();
        foreach (var node in cluster.Nodes)
        {
            if (node.Images.Count == 0)
            {
                continue;
            }

            foreach (var name in wanted)
            {
                if (node.Images.ContainsKey(name))
                {
                    spread[name] = spread.GetValueOrDefault(name) + 1;
                }
            }
        }

        state.Set(Name, new Spread(spread, cluster.Nodes.Count));
        return spread.Count == 0 ? Verdict.Skip : Verdict.Success;
    }

    /// <inheritdoc/>
    public long Score(CycleState state, PodInfo pod, NodeInfo node)
    {
        var spread = state.Get<Spread>(Name);
        long sum = 0;
        var containers = 0;
        foreach (var container in pod.Pod.Spec.InitContainers.Concat(pod.Pod.Spec.Containers))
        {
            containers++;
            var image = Normalize(container.Image);
            if (node.Images.TryGetValue(image, out var size))
            {
                sum += (long)(size * ((double)spread.Nodes.GetValueOrDefault(image) / spread.TotalNodes));
            }
        }

        var max = MaxContainerThreshold * containers;
        return ScoreNormalizer.MaxNodeScore * (Math.Clamp(sum, MinThreshold, max) - MinThreshold) / (max - MinThreshold);
    }

    private static string Normalize(string image) =>
        image.LastIndexOf(':') <= image.LastIndexOf('/') ? image + ":latest" : image;

    private sealed record Spread(Dictionary<string, int> Nodes, int TotalNodes);
}
