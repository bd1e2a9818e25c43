using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>A directory or device that a pod's containers can mount.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record Volume
{
    /// <summary>The volume's name, a DNS label, unique in the pod.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>What the volume is.</summary>
    [Field(2, Inline = true)]
    public partial VolumeSource VolumeSource { get; init; }
}

/// <summary>What a volume is; exactly one is set, emptyDir when none.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record VolumeSource
{
    /// <summary>A file or directory of the node. A danger to the node's safety; for system agents.</summary>
    [Field(1)]
    public partial HostPathVolumeSource? HostPath { get; init; }

    /// <summary>A directory that starts empty and lives as long as the pod on its node.</summary>
    [Field(2)]
    public partial EmptyDirVolumeSource? EmptyDir { get; init; }

    /// <summary>A Google Compute disk. Served by its CSI driver; use a claim instead.</summary>
    [Field(3)]
    public partial GCEPersistentDiskVolumeSource? GcePersistentDisk { get; init; }

    /// <summary>An AWS block store. Served by its CSI driver; use a claim instead.</summary>
    [Field(4)]
    public partial AWSElasticBlockStoreVolumeSource? AwsElasticBlockStore { get; init; }

    /// <summary>A git checkout. Switched off for its dangers; clone in an init container instead.</summary>
    [Field(5)]
    public partial GitRepoVolumeSource? GitRepo { get; init; }

    /// <summary>The keys of a Secret as files in memory.</summary>
    [Field(6)]
    public partial SecretVolumeSource? Secret { get; init; }

    /// <summary>A directory of an NFS server.</summary>
    [Field(7)]
    public partial NFSVolumeSource? Nfs { get; init; }

    /// <summary>A disk of an iSCSI target.</summary>
    [Field(8)]
    public partial ISCSIVolumeSource? Iscsi { get; init; }

    /// <summary>A Gluster volume. No longer supported.</summary>
    [Field(9)]
    public partial GlusterfsVolumeSource? Glusterfs { get; init; }

    /// <summary>The volume bound to a claim in the pod's namespace.</summary>
    [Field(10)]
    public partial PersistentVolumeClaimVolumeSource? PersistentVolumeClaim { get; init; }

    /// <summary>A Ceph block device. No longer supported in the tree; use the CSI driver.</summary>
    [Field(11)]
    public partial RBDVolumeSource? Rbd { get; init; }

    /// <summary>A volume made by an executable on the node. Superseded by CSI.</summary>
    [Field(12)]
    public partial FlexVolumeSource? FlexVolume { get; init; }

    /// <summary>An OpenStack disk. Served by its CSI driver.</summary>
    [Field(13)]
    public partial CinderVolumeSource? Cinder { get; init; }

    /// <summary>A Ceph file system. No longer supported in the tree; use the CSI driver.</summary>
    [Field(14)]
    public partial CephFSVolumeSource? Cephfs { get; init; }

    /// <summary>A Flocker volume. No longer supported.</summary>
    [Field(15)]
    public partial FlockerVolumeSource? Flocker { get; init; }

    /// <summary>Fields of the pod itself as files.</summary>
    [Field(16)]
    public partial DownwardAPIVolumeSource? DownwardAPI { get; init; }

    /// <summary>A disk on a Fibre Channel fabric.</summary>
    [Field(17)]
    public partial FCVolumeSource? Fc { get; init; }

    /// <summary>An Azure file share. Served by its CSI driver.</summary>
    [Field(18)]
    public partial AzureFileVolumeSource? AzureFile { get; init; }

    /// <summary>The keys of a ConfigMap as files.</summary>
    [Field(19)]
    public partial ConfigMapVolumeSource? ConfigMap { get; init; }

    /// <summary>A vSphere disk. Served by its CSI driver.</summary>
    [Field(20)]
    public partial VsphereVirtualDiskVolumeSource? VsphereVolume { get; init; }

    /// <summary>A Quobyte volume. No longer supported.</summary>
    [Field(21)]
    public partial QuobyteVolumeSource? Quobyte { get; init; }

    /// <summary>An Azure disk. Served by its CSI driver.</summary>
    [Field(22)]
    public partial AzureDiskVolumeSource? AzureDisk { get; init; }

    /// <summary>A Photon disk. No longer supported.</summary>
    [Field(23)]
    public partial PhotonPersistentDiskVolumeSource? PhotonPersistentDisk { get; init; }

    /// <summary>Several sources (Secrets, ConfigMaps, pod fields, tokens, certificates) in one directory.</summary>
    [Field(26)]
    public partial ProjectedVolumeSource? Projected { get; init; }

    /// <summary>A Portworx volume. Served by its CSI driver.</summary>
    [Field(24)]
    public partial PortworxVolumeSource? PortworxVolume { get; init; }

    /// <summary>A ScaleIO volume. No longer supported.</summary>
    [Field(25)]
    public partial ScaleIOVolumeSource? ScaleIO { get; init; }

    /// <summary>A StorageOS volume. No longer supported.</summary>
    [Field(27)]
    public partial StorageOSVolumeSource? Storageos { get; init; }

    /// <summary>Storage that a CSI driver makes for this pod alone.</summary>
    [Field(28)]
    public partial CSIVolumeSource? Csi { get; init; }

    /// <summary>A claim made for this pod from a template and deleted with it.</summary>
    [Field(29)]
    public partial EphemeralVolumeSource? Ephemeral { get; init; }

    /// <summary>The contents of an OCI image or artifact, read-only.</summary>
    [Field(30)]
    public partial ImageVolumeSource? Image { get; init; }
}

/// <summary>Storage that a CSI driver makes for one pod.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record CSIVolumeSource
{
    /// <summary>The driver's name as registered on the node.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Driver { get; init; }

    /// <summary>Whether it is mounted read-only. False by default.</summary>
    [Field(2)]
    public partial bool? ReadOnly { get; init; }

    /// <summary>The file system; the driver's choice when unset.</summary>
    [Field(3)]
    public partial string? FsType { get; init; }

    /// <summary>Settings that only the driver understands.</summary>
    [Field(4)]
    public partial ValueMap<string> VolumeAttributes { get; init; }

    /// <summary>A Secret in the pod's namespace that the driver needs to mount.</summary>
    [Field(5)]
    public partial LocalObjectReference? NodePublishSecretRef { get; init; }
}

/// <summary>A ConfigMap as files. Changes reach the files within about a minute, except through subPath.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ConfigMapVolumeSource
{
    /// <summary>The ConfigMap's name.</summary>
    [Field(1, Inline = true)]
    public partial LocalObjectReference LocalObjectReference { get; init; }

    /// <summary>The keys to show and under which paths; all keys under their own names when empty.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<KeyToPath> Items { get; init; }

    /// <summary>File permissions, 0 to 0777; YAML reads octal, JSON needs decimal. 0644 by default.</summary>
    [Field(3)]
    public partial int? DefaultMode { get; init; }

    /// <summary>Whether the ConfigMap and the keys listed may be missing.</summary>
    [Field(4)]
    public partial bool? Optional { get; init; }
}

/// <summary>Fields of the pod as files, kept up to date.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record DownwardAPIVolumeSource
{
    /// <summary>The files.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<DownwardAPIVolumeFile> Items { get; init; }

    /// <summary>File permissions, 0 to 0777. 0644 by default.</summary>
    [Field(2)]
    public partial int? DefaultMode { get; init; }
}

/// <summary>A directory that starts empty.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record EmptyDirVolumeSource
{
    /// <summary>
    /// Empty for the node's disk, <c>Memory</c> for tmpfs (counted as the containers' memory), <c>HugePages</c> or <c>HugePages-SIZE</c>.
    /// </summary>
    [Field(1)]
    public partial string Medium { get; init; }

    /// <summary>The most it may hold. On disk the pod is evicted beyond it; in memory it is the file system's size.</summary>
    [Field(2)]
    public partial Quantity? SizeLimit { get; init; }
}

/// <summary>A claim that lives and dies with the pod.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record EphemeralVolumeSource
{
    /// <summary>The claim to make; it is named after pod and volume, joined by a hyphen.</summary>
    [Field(1)]
    public partial PersistentVolumeClaimTemplate? VolumeClaimTemplate { get; init; }
}

/// <summary>An image as a volume.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ImageVolumeSource
{
    /// <summary>The image or artifact.</summary>
    [Field(1)]
    public partial string Reference { get; init; }

    /// <summary><c>Always</c>, <c>IfNotPresent</c> or <c>Never</c>, with the same default as for containers.</summary>
    [Field(2)]
    public partial string PullPolicy { get; init; }
}

/// <summary>A claim to be made.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PersistentVolumeClaimTemplate
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial PersistentVolumeClaimSpec Spec { get; init; }
}

/// <summary>The volume of a claim.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PersistentVolumeClaimVolumeSource
{
    /// <summary>The claim in the pod's namespace.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string ClaimName { get; init; }

    /// <summary>Whether every mount is read-only. False by default.</summary>
    [Field(2)]
    public partial bool ReadOnly { get; init; }
}

/// <summary>A Secret as files. Changes reach the files within about a minute, except through subPath.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record SecretVolumeSource
{
    /// <summary>The Secret in the pod's namespace.</summary>
    [Field(1)]
    public partial string SecretName { get; init; }

    /// <summary>The keys to show and under which paths; all keys under their own names when empty.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<KeyToPath> Items { get; init; }

    /// <summary>File permissions, 0 to 0777; YAML reads octal, JSON needs decimal. 0644 by default.</summary>
    [Field(3)]
    public partial int? DefaultMode { get; init; }

    /// <summary>Whether the Secret and the keys listed may be missing.</summary>
    [Field(4)]
    public partial bool? Optional { get; init; }
}
