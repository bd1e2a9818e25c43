using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.StorageV1;
using Cybernetes.Scheduler.Queue;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler;

/// <summary>Changes come in on informer threads and are handed to the loop in order.</summary>
public sealed partial class SchedulerHost
{
    private IDisposable WatchNodes() => _informers.For<Node>().AddHandler(
        added: node => Post(() => NodeChanged(node, ClusterEvent.NodeAdded, "NodeAdd")),
        updated: (before, after) =>
        {
            var change = ChangeOf(before, after);
            if (change != ClusterEvent.None)
            {
                Post(() => NodeChanged(after, change, "NodeUpdate"));
            }
        },
        deleted: node => Post(() => _cache.RemoveNode(node.Metadata.Name)));

    private IDisposable WatchPods() => _informers.For<Pod>().AddHandler(
        added: pod => Post(() => PodChanged(null, pod)),
        updated: (before, after) => Post(() => PodChanged(before, after)),
        deleted: pod => Post(() => PodGone(pod)));

    private Handlers WatchStorageAndNamespaces() => new(
        WatchStorage<PersistentVolume>("PersistentVolume"),
        WatchStorage<PersistentVolumeClaim>("PersistentVolumeClaim"),
        WatchStorage<StorageClass>("StorageClass"),
        WatchStorage<CSINode>("CSINode"),
        WatchStorage<CSIDriver>("CSIDriver"),
        WatchStorage<CSIStorageCapacity>("CSIStorageCapacity"),
        _informers.For<Namespace>().AddHandler(
            _ => { },
            (before, after) =>
            {
                if (before.Metadata.Labels != after.Metadata.Labels)
                {
                    Changed(new(ClusterEvent.Namespace, "NamespaceUpdate"));
                }
            },
            _ => { }));

    private IDisposable WatchStorage<T>(string kind)
        where T : class, IObject<T>
    {
        var (add, update) = (new ClusterChange(ClusterEvent.Storage, kind + "Add"), new ClusterChange(ClusterEvent.Storage, kind + "Update"));
        return _informers.For<T>().AddHandler(_ => Changed(add), (_, _) => Changed(update), _ => { });
    }

    private void Post(Action change) => _changes.Writer.TryWrite(change);

    private void Changed(ClusterChange change) => Post(() => _queue.Changed(change));

    private void NodeChanged(Node node, ClusterEvent change, string label) => Noted(new ClusterChange(change, label, _cache.SetNode(node)));

    private void PodChanged(Pod? before, Pod after)
    {
        var finished = after.Status.Phase is "Succeeded" or "Failed";
        if (after.Spec.NodeName.Length > 0)
        {
            AssignedPodChanged(before, after, finished);
            return;
        }

        if (finished || after.Metadata.DeletionTimestamp is not null || !_algorithms.ContainsKey(after.Spec.SchedulerName))
        {
            _queue.Remove(after.Metadata.Uid);
            _nominated.Remove(after.Metadata.Uid);
            return;
        }

        var pod = new PodInfo(after);
        if (before is null && after.Status.NominatedNodeName.Length > 0)
        {
            // Told by the scheduler that was before this one.
            _nominated.Set(pod, after.Status.NominatedNodeName);
        }

        _queue.AddOrUpdate(pod);
    }

    private void AssignedPodChanged(Pod? before, Pod after, bool finished)
    {
        _queue.Remove(after.Metadata.Uid);
        _nominated.Remove(after.Metadata.Uid);
        if (finished)
        {
            if (_cache.RemovePod(after.Metadata.Uid))
            {
                Noted(new ClusterChange(ClusterEvent.AssignedPodRemoved, "AssignedPodDelete", Pod: after));
            }

            return;
        }

        var known = before is not null && before.Spec.NodeName.Length > 0;
        var same = known && before!.Metadata.Labels == after.Metadata.Labels && (ReferenceEquals(before.Spec, after.Spec) || before.Spec.Equals(after.Spec));
        if (same && before!.Metadata.DeletionTimestamp == after.Metadata.DeletionTimestamp && SameGrants(before, after))
        {
            return;
        }

        _cache.SetPod(new PodInfo(after), after.Spec.NodeName);
        if (!same)
        {
            Noted(new ClusterChange(known ? ClusterEvent.AssignedPodUpdated : ClusterEvent.AssignedPodAdded, known ? "AssignedPodUpdate" : "AssignedPodAdd", Pod: after));
        }
        else if (before!.Metadata.DeletionTimestamp is null && after.Metadata.DeletionTimestamp is not null)
        {
            // Spreading no longer counts a pod that is on its way out.
            Noted(new ClusterChange(ClusterEvent.AssignedPodUpdated, "AssignedPodUpdate", Pod: after));
        }
    }

    /// <summary>What containers were granted counts while they are resized; the rest of their status does not.</summary>
    private static bool SameGrants(Pod before, Pod after)
    {
        var one = before.Status.ContainerStatuses.Span;
        var other = after.Status.ContainerStatuses.Span;
        if (one.Length != other.Length)
        {
            return false;
        }

        for (var i = 0; i < one.Length; i++)
        {
            if (one[i].AllocatedResources != other[i].AllocatedResources)
            {
                return false;
            }
        }

        return true;
    }

    private void PodGone(Pod pod)
    {
        _queue.Remove(pod.Metadata.Uid);
        _nominated.Remove(pod.Metadata.Uid);
        if (_cache.RemovePod(pod.Metadata.Uid))
        {
            Noted(new ClusterChange(ClusterEvent.AssignedPodRemoved, "AssignedPodDelete", Pod: pod));
        }
    }

    private void Noted(ClusterChange change) => _queue.Changed(change);

    /// <summary>Heartbeats change a node's status many times an hour; only what plugins look at matters.</summary>
    private static ClusterEvent ChangeOf(Node before, Node after)
    {
        var change = ClusterEvent.None;
        change |= before.Status.Allocatable != after.Status.Allocatable ? ClusterEvent.NodeAllocatable : 0;
        change |= before.Metadata.Labels != after.Metadata.Labels ? ClusterEvent.NodeLabels : 0;
        change |= before.Spec.Taints != after.Spec.Taints || before.Spec.Unschedulable != after.Spec.Unschedulable ? ClusterEvent.NodeTaints : 0;
        change |= before.Metadata.Annotations != after.Metadata.Annotations || before.Status.Images != after.Status.Images || before.Status.DeclaredFeatures != after.Status.DeclaredFeatures ? ClusterEvent.NodeOther : 0;
        return change;
    }

    private sealed class Handlers(params IDisposable[] handlers) : IDisposable
    {
        public void Dispose()
        {
            foreach (var handler in handlers)
            {
                handler.Dispose();
            }
        }
    }
}
