using Cybernetes.Api.CoreV1;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Queue;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins.Volumes;

/// <summary>Keeps two pods from one claim that only one pod may use (KEP-2485), and from one disk on one node that cannot be shared.</summary>
public sealed class VolumeRestrictions : IPreFilterPlugin, IFilterPlugin, IQueueingHints
{
    private static readonly Verdict _claimTaken = Verdict.Unschedulable(nameof(VolumeRestrictions), "node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode");
    private static readonly Verdict _diskTaken = Verdict.Unschedulable(nameof(VolumeRestrictions), "node(s) had no available disk");

    /// <inheritdoc/>
    public string Name => nameof(VolumeRestrictions);

    /// <inheritdoc/>
    public bool MayHelp(PodInfo pod, ClusterChange change) => change.Is(ClusterEvent.AssignedPodRemoved | ClusterEvent.NodeAdded | ClusterEvent.Storage);

    /// <inheritdoc/>
    public PreFilterResult PreFilter(CycleState state, PodInfo pod, ClusterView cluster)
    {
        HashSet<string>? exclusive = null;
        var disks = false;
        foreach (var volume in pod.Pod.Spec.Volumes)
        {
            disks |= Disk.Of(volume) is not null;
            if (PodVolumeClaims.NameOf(pod.Pod, volume) is not { } name)
            {
                continue;
            }

            if (cluster.Objects.Claim(pod.Namespace, name) is not { } claim)
            {
                return new(Verdict.Unresolvable(Name, $"persistentvolumeclaim \"{name}\" not found"));
            }

            if (claim.Spec.AccessModes.Contains("ReadWriteOncePod"))
            {
                (exclusive ??= []).Add(name);
            }
        }

        if (exclusive is null)
        {
            return disks ? PreFilterResult.Success : PreFilterResult.Skip;
        }

        var users = new Users(exclusive);
        foreach (var node in cluster.Nodes)
        {
            foreach (var other in node.Pods)
            {
                users.Count += users.ConflictsOf(pod, other);
            }
        }

        state.Set(Name, users);
        return PreFilterResult.Success;
    }

    /// <inheritdoc/>
    public void AddPod(CycleState state, PodInfo pod, PodInfo added, NodeInfo node) => Shift(state, pod, added, 1);

    /// <inheritdoc/>
    public void RemovePod(CycleState state, PodInfo pod, PodInfo removed, NodeInfo node) => Shift(state, pod, removed, -1);

    /// <inheritdoc/>
    public Verdict Filter(CycleState state, PodInfo pod, NodeInfo node)
    {
        foreach (var volume in pod.Pod.Spec.Volumes)
        {
            if (Disk.Of(volume) is { } wanted && node.Pods.Any(other => other.Pod.Spec.Volumes.Any(taken => Disk.Of(taken) is { } disk && wanted.ConflictsWith(disk))))
            {
                return _diskTaken;
            }
        }

        return state.TryGet<Users>(Name, out var users) && users.Count > 0 ? _claimTaken : Verdict.Success;
    }

    private void Shift(CycleState state, PodInfo pod, PodInfo other, int by)
    {
        if (state.TryGet<Users>(Name, out var users))
        {
            users.Count += by * users.ConflictsOf(pod, other);
        }
    }

    /// <summary>How often pods use the claims that this pod wants for itself.</summary>
    private sealed class Users(IReadOnlySet<string> claims) : ICloneable
    {
        public int Count { get; set; }

        public int ConflictsOf(PodInfo pod, PodInfo other) =>
            other.Namespace == pod.Namespace ? other.Pod.Spec.Volumes.Count(volume => volume.VolumeSource.PersistentVolumeClaim is { } source && claims.Contains(source.ClaimName)) : 0;

        public object Clone() => new Users(claims) { Count = Count };
    }

    /// <summary>A disk that a pod names itself, by what makes it the same disk.</summary>
    private sealed record Disk(string Kind, string Id, bool ReadOnly, bool Shareable = true)
    {
        public static Disk? Of(Volume volume) => volume.VolumeSource switch
        {
            { GcePersistentDisk: { } gce } => new("gce", gce.PdName, gce.ReadOnly),
            { AwsElasticBlockStore: { } ebs } => new("aws", ebs.VolumeID, false, Shareable: false),
            { Iscsi: { } iscsi } => new("iscsi", iscsi.Iqn, iscsi.ReadOnly),
            { Rbd: { } rbd } => new("rbd", $"{string.Join(',', rbd.Monitors)}/{rbd.Pool}/{rbd.Image}", rbd.ReadOnly),
            _ => null,
        };

        public bool ConflictsWith(Disk other) => Kind == other.Kind && Id == other.Id && !(Shareable && ReadOnly && other.ReadOnly);
    }
}
