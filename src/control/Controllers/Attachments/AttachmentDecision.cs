using System.Security.Cryptography;
using System.Text;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.StorageV1;

namespace Cybernetes.Controllers.Attachments;

/// <summary>Which volumes shall be attached to a node, and how that is told. Pure.</summary>
public static class AttachmentDecision
{
    /// <summary>The VolumeAttachments that a node shall have: one for each CSI volume that a pod there uses and whose driver attaches.</summary>
    /// <param name="node">The node's name.</param>
    /// <param name="pods">The pods on the node.</param>
    /// <param name="volumeOf">The volume that a claim of a pod is bound to; null where there is none yet.</param>
    /// <param name="attaches">Whether a driver attaches volumes at all.</param>
    public static IReadOnlyList<VolumeAttachment> Wanted(string node, IEnumerable<Pod> pods, Func<Pod, string, PersistentVolume?> volumeOf, Func<string, bool> attaches) =>
    [
        .. from pod in pods
           where pod.Status.Phase is not ("Succeeded" or "Failed")
           from volume in pod.Spec.Volumes
           let claim = volume.VolumeSource.PersistentVolumeClaim?.ClaimName ?? (volume.VolumeSource.Ephemeral is null ? null : $"{pod.Metadata.Name}-{volume.Name}")
           where claim is not null
           let bound = volumeOf(pod, claim!)
           where bound?.Spec.PersistentVolumeSource.Csi is { } csi && attaches(csi.Driver)
           group bound! by bound!.Metadata.Name into same
           select Attachment(same.First(), node),
    ];

    /// <summary>The name of the attachment of a volume to a node: upstream's, so that drivers know it.</summary>
    public static string NameOf(string driver, string handle, string node) =>
        "csi-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(handle + driver + node)));

    /// <summary>Whether an attachment that is no longer wanted may go: not while the kubelet still uses the volume, unless the node is lost.</summary>
    /// <param name="node">The node; null where it is gone.</param>
    /// <param name="volume">The unique name of the volume, as the node's status has it.</param>
    public static bool MayDetach(Node? node, string volume) =>
        node is null || !node.Status.VolumesInUse.Contains(volume) || node.Spec.Taints.Any(taint => taint.Key == "node.kubernetes.io/out-of-service");

    /// <summary>The name of a volume in a node's status.</summary>
    public static string UniqueNameOf(CSIPersistentVolumeSource source) => $"kubernetes.io/csi/{source.Driver}^{source.VolumeHandle}";

    /// <summary>What the node's status says of attachments that have come to be.</summary>
    public static ValueList<AttachedVolume> Attached(IEnumerable<(VolumeAttachment Attachment, PersistentVolume Volume)> attachments)
    {
        var list = attachments.Where(one => one.Attachment.Status.Attached && one.Volume.Spec.PersistentVolumeSource.Csi is not null)
            .Select(one => new AttachedVolume { Name = UniqueNameOf(one.Volume.Spec.PersistentVolumeSource.Csi!), DevicePath = "" })
            .OrderBy(one => one.Name, StringComparer.Ordinal).ToValueList();
        return list.IsEmpty ? default : list;
    }

    private static VolumeAttachment Attachment(PersistentVolume volume, string node)
    {
        var csi = volume.Spec.PersistentVolumeSource.Csi!;
        return new VolumeAttachment
        {
            Metadata = new Api.MetaV1.ObjectMeta { Name = NameOf(csi.Driver, csi.VolumeHandle, node) },
            Spec = new VolumeAttachmentSpec { Attacher = csi.Driver, NodeName = node, Source = new VolumeAttachmentSource { PersistentVolumeName = volume.Metadata.Name } },
        };
    }
}
