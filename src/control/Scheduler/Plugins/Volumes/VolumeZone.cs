using Cybernetes.Api.Rules;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Queue;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins.Volumes;

/// <summary>Keeps a pod in the zones and regions that its bound volumes' labels name.</summary>
public sealed class VolumeZone : IPreFilterPlugin, IFilterPlugin, IQueueingHints
{
    // Each label with the one of old that nodes or volumes may bear instead.
    private static readonly (string Label, string Other)[] _labels =
    [
        ("topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone"),
        ("topology.kubernetes.io/region", "failure-domain.beta.kubernetes.io/region"),
        ("failure-domain.beta.kubernetes.io/zone", "topology.kubernetes.io/zone"),
        ("failure-domain.beta.kubernetes.io/region", "topology.kubernetes.io/region"),
    ];

    private static readonly Verdict _elsewhere = Verdict.Unresolvable(nameof(VolumeZone), "node(s) had no available volume zone");

    /// <inheritdoc/>
    public string Name => nameof(VolumeZone);

    /// <inheritdoc/>
    public bool MayHelp(PodInfo pod, ClusterChange change) => change.Is(ClusterEvent.Storage | ClusterEvent.NodeAdded | ClusterEvent.NodeLabels);

    /// <inheritdoc/>
    public PreFilterResult PreFilter(CycleState state, PodInfo pod, ClusterView cluster)
    {
        var wanted = new List<(string Label, string Other, HashSet<string> Values)>();
        foreach (var name in PodClaims.Of(pod.Pod))
        {
            if (cluster.Objects.Claim(pod.Namespace, name) is not { } claim)
            {
                return new(Verdict.Unresolvable(Name, $"persistentvolumeclaim \"{name}\" not found"));
            }

            if (claim.Spec.VolumeName.Length == 0)
            {
                var className = VolumeMatching.ClassOf(claim);
                if (className.Length == 0)
                {
                    return new(Verdict.Unresolvable(Name, "PersistentVolumeClaim had no pv name and storageClass name"));
                }

                if (cluster.Objects.StorageClass(className)?.VolumeBindingMode == "WaitForFirstConsumer")
                {
                    continue;
                }

                return new(Verdict.Unresolvable(Name, "PersistentVolume had no name"));
            }

            if (cluster.Objects.Volume(claim.Spec.VolumeName) is not { } volume)
            {
                return new(Verdict.Unresolvable(Name, $"persistentvolume \"{claim.Spec.VolumeName}\" not found"));
            }

            foreach (var (label, other) in _labels)
            {
                if (volume.Metadata.Labels.TryGetValue(label, out var values))
                {
                    wanted.Add((label, other, [.. values.Split("__")]));
                }
            }
        }

        state.Set(Name, wanted);
        return wanted.Count == 0 ? PreFilterResult.Skip : PreFilterResult.Success;
    }

    /// <inheritdoc/>
    public Verdict Filter(CycleState state, PodInfo pod, NodeInfo node)
    {
        var labels = node.Node.Metadata.Labels;
        foreach (var (label, other, values) in state.Get<List<(string Label, string Other, HashSet<string> Values)>>(Name))
        {
            if (!labels.TryGetValue(label, out var place) && !labels.TryGetValue(other, out place))
            {
                // A cluster without zones has nothing to say of them.
                if (_labels.Any(entry => labels.ContainsKey(entry.Label)))
                {
                    return _elsewhere;
                }

                continue;
            }

            if (!values.Contains(place!))
            {
                return _elsewhere;
            }
        }

        return Verdict.Success;
    }
}
