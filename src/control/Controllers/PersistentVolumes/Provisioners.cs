namespace Cybernetes.Controllers.PersistentVolumes;

/// <summary>Who makes volumes of a class, and who deletes them: always somebody outside; the names of old are those of today's CSI drivers.</summary>
public static class Provisioners
{
    /// <summary>The annotations of a claim by which a provisioner knows its work.</summary>
    public static IReadOnlyList<string> ClaimAnnotations { get; } = ["volume.beta.kubernetes.io/storage-provisioner", "volume.kubernetes.io/storage-provisioner"];

    /// <summary>The annotation of a volume that says who made it.</summary>
    public const string VolumeAnnotation = "pv.kubernetes.io/provisioned-by";

    private static readonly Dictionary<string, string> _drivers = new(StringComparer.Ordinal)
    {
        ["kubernetes.io/aws-ebs"] = "ebs.csi.aws.com",
        ["kubernetes.io/gce-pd"] = "pd.csi.storage.gke.io",
        ["kubernetes.io/azure-disk"] = "disk.csi.azure.com",
        ["kubernetes.io/azure-file"] = "file.csi.azure.com",
        ["kubernetes.io/cinder"] = "cinder.csi.openstack.org",
        ["kubernetes.io/vsphere-volume"] = "csi.vsphere.vmware.com",
        ["kubernetes.io/portworx-volume"] = "pxd.portworx.com",
    };

    /// <summary>Who is to make a volume of a class; null where nobody can.</summary>
    public static string? ExternalOf(string provisioner) =>
        _drivers.GetValueOrDefault(provisioner) ?? (provisioner.StartsWith("kubernetes.io/", StringComparison.Ordinal) ? null : provisioner);
}
