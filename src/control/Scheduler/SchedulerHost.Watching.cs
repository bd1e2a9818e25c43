using Cybernetes.Api.CoreV1;
using Cybernetes.Api.StorageV1;
using Cybernetes.Scheduler.Queue;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler;

/// <summary>Changes come in on informer threads and are handed to the loop in order.</summary>
public sealed partial class SchedulerHost
{
    private IDisposable WatchNodes() => _informers.For<Node>().AddHandler(
        added: node => Post(() => NodeChanged(node)),
        updated: (before, after) =>
        {
            if (MattersToPlacement(before, after))
            {
                Post(() => NodeChanged(after));
            }
        },
        deleted: node => Post(() => _cache.RemoveNode(node.Metadata.Name)));

    private IDisposable WatchPods() => _informers.For<Pod>().AddHandler(
        added: pod => Post(() => PodChanged(null, pod)),
        updated: (before, after) => Post(() => PodChanged(before, after)),
        deleted: pod => Post(() => PodGone(pod)));

    private Handlers WatchStorageAndNamespaces() => new(
        _informers.For<PersistentVolume>().AddHandler(_ => Changed(ClusterEvent.Storage), (_, _) => Changed(ClusterEvent.Storage), _ => { }),
        _informers.For<PersistentVolumeClaim>().AddHandler(_ => Changed(ClusterEvent.Storage), (_, _) => Changed(ClusterEvent.Storage), _ => { }),
        _informers.For<StorageClass>().AddHandler(_ => Changed(ClusterEvent.Storage), (_, _) => Changed(ClusterEvent.Storage), _ => { }),
        _informers.For<CSINode>().AddHandler(_ => Changed(ClusterEvent.Storage), (_, _) => Changed(ClusterEvent.Storage), _ => { }),
        _informers.For<Namespace>().AddHandler(_ => { }, (before, after) => Changed(before.Metadata.Labels == after.Metadata.Labels ? ClusterEvent.None : ClusterEvent.Namespace), _ => { }));

    private void Post(Action change) => _changes.Writer.TryWrite(change);

    private void Changed(ClusterEvent change) => Post(() => _queue.Changed(change));

    private void NodeChanged(Node node)
    {
        _cache.SetNode(node);
        Noted(ClusterEvent.Node);
    }

    private void PodChanged(Pod? before, Pod after)
    {
        var finished = after.Status.Phase is "Succeeded" or "Failed";
        if (after.Spec.NodeName.Length > 0)
        {
            _queue.Remove(after.Metadata.Uid);
            _nominated.Remove(after.Metadata.Uid);
            if (finished)
            {
                _cache.RemovePod(after.Metadata.Uid);
                Noted(ClusterEvent.AssignedPodRemoved);
                return;
            }

            var known = before is not null && before.Spec.NodeName.Length > 0;
            if (known && ReferenceEquals(before!.Spec, after.Spec) && before.Metadata.Labels == after.Metadata.Labels && before.Metadata.DeletionTimestamp == after.Metadata.DeletionTimestamp)
            {
                return;
            }

            _cache.SetPod(new PodInfo(after), after.Spec.NodeName);
            Noted(known && before!.Spec.Equals(after.Spec) && before.Metadata.Labels == after.Metadata.Labels ? ClusterEvent.None : ClusterEvent.AssignedPodAdded);
            return;
        }

        if (finished || after.Metadata.DeletionTimestamp is not null || !_algorithms.ContainsKey(after.Spec.SchedulerName))
        {
            _queue.Remove(after.Metadata.Uid);
            return;
        }

        if (after.Spec.SchedulingGates.IsEmpty)
        {
            _queue.AddOrUpdate(new PodInfo(after));
        }
    }

    private void PodGone(Pod pod)
    {
        _queue.Remove(pod.Metadata.Uid);
        _nominated.Remove(pod.Metadata.Uid);
        if (_cache.RemovePod(pod.Metadata.Uid))
        {
            Noted(ClusterEvent.AssignedPodRemoved);
        }
    }

    private void Noted(ClusterEvent change) => _queue.Changed(change);

    /// <summary>Heartbeats change a node's status many times an hour; only what plugins look at matters.</summary>
    private static bool MattersToPlacement(Node before, Node after) =>
        !before.Spec.Equals(after.Spec)
        || before.Metadata.Labels != after.Metadata.Labels
        || before.Metadata.Annotations != after.Metadata.Annotations
        || before.Status.Allocatable != after.Status.Allocatable
        || before.Status.Images != after.Status.Images
        || before.Status.DeclaredFeatures != after.Status.DeclaredFeatures;

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
