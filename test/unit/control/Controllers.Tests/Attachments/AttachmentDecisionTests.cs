using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Controllers.Attachments;

namespace Cybernetes.Controllers.Tests.Attachments;

public sealed class AttachmentDecisionTests
{
    private static readonly PersistentVolume _disk = new()
    {
        Metadata = new ObjectMeta { Name = "pv" },
        Spec = new PersistentVolumeSpec
        {
            PersistentVolumeSource = PersistentVolumeSource.Empty with { Csi = new CSIPersistentVolumeSource { Driver = "disk.csi.example", VolumeHandle = "vol-1" } },
        },
    };

    private static Pod Using(string phase) => new()
    {
        Metadata = new ObjectMeta { Name = "p", Namespace = "n" },
        Spec = new PodSpec
        {
            NodeName = "node",
            Volumes = [new Volume { Name = "v", VolumeSource = VolumeSource.Empty with { PersistentVolumeClaim = new PersistentVolumeClaimVolumeSource { ClaimName = "c" } } }],
        },
        Status = new PodStatus { Phase = phase },
    };

    [Fact]
    public void AVolumeIsAttachedOnceForAllPodsThatRunOnTheNode()
    {
        var wanted = AttachmentDecision.Wanted("node", [Using("Running"), Using("Pending")], (_, _) => _disk, _ => true);

        var one = Assert.Single(wanted);
        Assert.Equal(("disk.csi.example", "node", "pv"), (one.Spec.Attacher, one.Spec.NodeName, one.Spec.Source.PersistentVolumeName));
        Assert.Empty(AttachmentDecision.Wanted("node", [Using("Succeeded")], (_, _) => _disk, _ => true));
        Assert.Empty(AttachmentDecision.Wanted("node", [Using("Running")], (_, _) => _disk, _ => false));
    }

    [Fact]
    public void AVolumeThatTheKubeletUsesStaysUnlessItsNodeIsOutOfService()
    {
        var name = AttachmentDecision.UniqueNameOf(_disk.Spec.PersistentVolumeSource.Csi!);
        var node = new Node { Status = new NodeStatus { VolumesInUse = [name] } };

        Assert.Equal("kubernetes.io/csi/disk.csi.example^vol-1", name);
        Assert.False(AttachmentDecision.MayDetach(node, name));
        Assert.True(AttachmentDecision.MayDetach(node with { Spec = new NodeSpec { Taints = [new Taint { Key = "node.kubernetes.io/out-of-service", Effect = "NoExecute" }] } }, name));
        Assert.True(AttachmentDecision.MayDetach(node with { Status = new NodeStatus() }, name));
    }
}
