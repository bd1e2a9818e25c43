using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Tests;

/// <summary>Small objects for tests.</summary>
internal static class TestObjects
{
    public static PodInfo Pod(string name, int priority = 0, string cpu = "", params Volume[] volumes) => new(new Pod
    {
        Metadata = new ObjectMeta { Name = name, Namespace = "default", Uid = name },
        Spec = new PodSpec
        {
            SchedulerName = "default-scheduler",
            Priority = priority,
            Volumes = volumes.ToValueList(),
            Containers = [new Container { Name = "c", Image = "i", Resources = new ResourceRequirements { Requests = cpu.Length == 0 ? default : ValueMap.Of(("cpu", Quantity.Parse(cpu))) } }],
        },
    });

    public static Node Node(string name, string cpu = "4", params (string Key, string Value)[] labels) => new()
    {
        Metadata = new ObjectMeta { Name = name, Labels = ValueMap.Of(labels).With("kubernetes.io/hostname", name) },
        Status = new NodeStatus { Allocatable = ValueMap.Of(("cpu", Quantity.Parse(cpu)), ("memory", Quantity.Parse("8Gi")), ("pods", new Quantity(110))) },
    };

    public static Volume ClaimVolume(string claim) => new()
    {
        Name = claim,
        VolumeSource = new VolumeSource { PersistentVolumeClaim = new PersistentVolumeClaimVolumeSource { ClaimName = claim } },
    };

    public static ClusterView View(IClusterObjects objects, params Node[] nodes) => new([.. nodes.Select(node => new NodeInfo(node))], objects);
}
