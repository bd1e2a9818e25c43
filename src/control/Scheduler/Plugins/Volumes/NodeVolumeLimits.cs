using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Rules;
using Cybernetes.Api.StorageV1;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Queue;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins.Volumes;

/// <summary>Keeps a pod off nodes to which no more volumes of its CSI drivers can be attached.</summary>
public sealed class NodeVolumeLimits : IPreFilterPlugin, IFilterPlugin, IQueueingHints
{
    private static readonly Verdict _full = Verdict.Unschedulable(nameof(NodeVolumeLimits), "node(s) exceed max volume count");

    /// <inheritdoc/>
    public string Name => nameof(NodeVolumeLimits);

    /// <inheritdoc/>
    public bool MayHelp(PodInfo pod, ClusterChange change) => change.Is(ClusterEvent.Storage | ClusterEvent.NodeAdded | ClusterEvent.AssignedPodRemoved);

    /// <inheritdoc/>
    public PreFilterResult PreFilter(CycleState state, PodInfo pod, ClusterView cluster)
    {
        if (!pod.Pod.Spec.Volumes.Any(volume => volume.VolumeSource is { PersistentVolumeClaim: not null } or { Ephemeral: not null } or { Csi: not null }))
        {
            return PreFilterResult.Skip;
        }

        state.Set(Name, cluster.Objects);
        return PreFilterResult.Success;
    }

    /// <inheritdoc/>
    public Verdict Filter(CycleState state, PodInfo pod, NodeInfo node)
    {
        var objects = state.Get<IClusterObjects>(Name);
        if (objects.CsiNode(node.Name) is not { } csi)
        {
            return Verdict.Success;
        }

        var wanted = new HashSet<(string Driver, string Volume)>();
        Gather(pod, objects, wanted);
        if (wanted.Count == 0)
        {
            return Verdict.Success;
        }

        var used = new HashSet<(string Driver, string Volume)>();
        foreach (var other in node.Pods)
        {
            Gather(other, objects, used);
        }

        foreach (var driver in wanted.Select(volume => volume.Driver).Distinct())
        {
            if (LimitOf(csi, driver) is { } limit && wanted.Count(volume => volume.Driver == driver && !used.Contains(volume)) is > 0 and var more
                && used.Count(volume => volume.Driver == driver) + more > limit)
            {
                return _full;
            }
        }

        return Verdict.Success;
    }

    private static int? LimitOf(CSINode node, string driver)
    {
        foreach (var entry in node.Spec.Drivers)
        {
            if (entry.Name == driver)
            {
                return entry.Allocatable?.Count;
            }
        }

        return null;
    }

    /// <summary>The volumes a pod attaches: by handle where they are there, by claim where they are still to be made.</summary>
    private static void Gather(PodInfo pod, IClusterObjects objects, HashSet<(string Driver, string Volume)> volumes)
    {
        foreach (var name in PodClaims.Of(pod.Pod))
        {
            if (objects.Claim(pod.Namespace, name) is not { } claim)
            {
                continue;
            }

            if (claim.Spec.VolumeName.Length > 0 && objects.Volume(claim.Spec.VolumeName) is { } volume)
            {
                if (volume.Spec.PersistentVolumeSource.Csi is { } source)
                {
                    volumes.Add((source.Driver, source.VolumeHandle));
                }
            }
            else if (objects.StorageClass(VolumeMatching.ClassOf(claim)) is { } storageClass && objects.CsiDriver(storageClass.Provisioner) is not null)
            {
                volumes.Add((storageClass.Provisioner, $"{pod.Namespace}/{name}"));
            }
        }
    }
}
