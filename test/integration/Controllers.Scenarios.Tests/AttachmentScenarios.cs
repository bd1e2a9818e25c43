using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.StorageV1;
using Cybernetes.Controllers.Attachments;

namespace Cybernetes.Controllers.Scenarios.Tests;

/// <summary>A volume from its claim to the node and away again; the test is the CSI driver.</summary>
public sealed class AttachmentScenarios
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AVolumeIsAttachedToTheNodeOfItsPodAndDetachedWhenThePodIsGone()
    {
        await using var plane = await ControlPlane.StartAsync(Token);
        var client = plane.Client;
        var size = ValueMap.Of(("storage", Quantity.Parse("1Gi")));
        var volume = new PersistentVolume
        {
            Metadata = new ObjectMeta { Name = "disk" },
            Spec = new PersistentVolumeSpec
            {
                Capacity = size,
                AccessModes = ["ReadWriteOnce"],
                StorageClassName = "fast",
                PersistentVolumeReclaimPolicy = "Retain",
                PersistentVolumeSource = PersistentVolumeSource.Empty with { Csi = new CSIPersistentVolumeSource { Driver = "disk.example", VolumeHandle = "h1" } },
            },
        };
        (await client.CreateAsync(volume, cancellationToken: Token)).OrThrow();
        var claim = new PersistentVolumeClaim
        {
            Metadata = new ObjectMeta { Name = "data", Namespace = "default" },
            Spec = new PersistentVolumeClaimSpec { AccessModes = ["ReadWriteOnce"], StorageClassName = "fast", Resources = new VolumeResourceRequirements { Requests = size } },
        };
        (await client.CreateAsync(claim, cancellationToken: Token)).OrThrow();
        await plane.UntilAsync<PersistentVolumeClaim>("default", "data", c => c is { Status.Phase: "Bound" }, 30);
        var pod = new Pod
        {
            Metadata = new ObjectMeta { Name = "db", Namespace = "default" },
            Spec = new PodSpec
            {
                Containers = [new Container { Name = "c", Image = "db:1" }],
                Volumes = [new Volume { Name = "v", VolumeSource = VolumeSource.Empty with { PersistentVolumeClaim = new PersistentVolumeClaimVolumeSource { ClaimName = "data" } } }],
            },
        };
        (await client.CreateAsync(pod, cancellationToken: Token)).OrThrow();

        var name = AttachmentDecision.NameOf("disk.example", "h1", "straw");
        var attachment = await plane.UntilAsync<VolumeAttachment>("", name, a => a is not null, 30);
        Assert.Equal(("disk.example", "straw", "disk"), (attachment!.Spec.Attacher, attachment.Spec.NodeName, attachment.Spec.Source.PersistentVolumeName));
        (await client.UpdateStatusAsync(attachment with { Status = attachment.Status with { Attached = true } }, cancellationToken: Token)).OrThrow();
        await plane.UntilAsync<Node>("", "straw", node => node?.Status.VolumesAttached.Any(one => one.Name == "kubernetes.io/csi/disk.example^h1") == true, 30);

        (await client.DeleteAsync<Pod>("default", "db", cancellationToken: Token)).OrThrow();
        await plane.UntilAsync<VolumeAttachment>("", name, a => a is null, 30);
        await plane.UntilAsync<Node>("", "straw", node => node!.Status.VolumesAttached.IsEmpty, 30);
    }
}
