using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>What the storage is, how it may be used and what becomes of it.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PersistentVolumeSpec
{
    /// <summary>The size, under <c>storage</c>.</summary>
    [Field(1)]
    public partial ValueMap<Quantity> Capacity { get; init; }

    /// <summary>What the volume is.</summary>
    [Field(2, Inline = true)]
    public partial PersistentVolumeSource PersistentVolumeSource { get; init; }

    /// <summary>
    /// How it can be mounted: <c>ReadWriteOnce</c> (one node), <c>ReadOnlyMany</c>, <c>ReadWriteMany</c>, <c>ReadWriteOncePod</c> (one pod).
    /// </summary>
    [Field(3, ListType = "atomic")]
    public partial ValueList<string> AccessModes { get; init; }

    /// <summary>The claim that it is bound to or kept for. A claim that is not bound yet may be named in advance.</summary>
    [Field(4, ListType = "granular")]
    public partial ObjectReference? ClaimRef { get; init; }

    /// <summary>
    /// What happens when the claim goes: <c>Retain</c> (the default of hand-made volumes), <c>Delete</c> (of provisioned ones) or the old
    /// <c>Recycle</c>.
    /// </summary>
    [Field(5)]
    public partial string PersistentVolumeReclaimPolicy { get; init; }

    /// <summary>The class it belongs to; only claims of the same class bind to it.</summary>
    [Field(6)]
    public partial string StorageClassName { get; init; }

    /// <summary>Options for mount, such as <c>ro</c>; not checked, a wrong one makes the mount fail.</summary>
    [Field(7, ListType = "atomic")]
    public partial ValueList<string> MountOptions { get; init; }

    /// <summary><c>Filesystem</c> (the default) or <c>Block</c>.</summary>
    [Field(8)]
    public partial string? VolumeMode { get; init; }

    /// <summary>The nodes from which the volume can be reached. Pods that use it are placed there.</summary>
    [Field(9)]
    public partial VolumeNodeAffinity? NodeAffinity { get; init; }

    /// <summary>The VolumeAttributesClass that holds for the volume; kept equal to the claim's.</summary>
    [Field(10)]
    public partial string? VolumeAttributesClassName { get; init; }
}

/// <summary>An Azure file share.</summary>
/// <inheritdoc cref="AzureFileVolumeSource"/>
[Message("k8s.io.api.core.v1")]
public sealed partial record AzureFilePersistentVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string SecretName { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string ShareName { get; init; }

    [Field(3)]
    public partial bool ReadOnly { get; init; }

    /// <summary>The Secret's namespace; the claim's when unset.</summary>
    [Field(4, Always = true)]
    public partial string? SecretNamespace { get; init; }
}

/// <summary>A volume of a CSI driver.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record CSIPersistentVolumeSource
{
    /// <summary>The driver's name.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Driver { get; init; }

    /// <summary>The driver's own name for the volume, passed with every call.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string VolumeHandle { get; init; }

    /// <summary>Whether it is attached and mounted read-only. False by default.</summary>
    [Field(3)]
    public partial bool ReadOnly { get; init; }

    /// <summary>The file system to make and mount; the driver's default when unset.</summary>
    [Field(4)]
    public partial string FsType { get; init; }

    /// <summary>What the driver said of the volume when making it.</summary>
    [Field(5)]
    public partial ValueMap<string> VolumeAttributes { get; init; }

    /// <summary>The Secret for attaching and detaching.</summary>
    [Field(6)]
    public partial SecretReference? ControllerPublishSecretRef { get; init; }

    /// <summary>The Secret for staging on a node.</summary>
    [Field(7)]
    public partial SecretReference? NodeStageSecretRef { get; init; }

    /// <summary>The Secret for mounting into a pod.</summary>
    [Field(8)]
    public partial SecretReference? NodePublishSecretRef { get; init; }

    /// <summary>The Secret for growing the volume.</summary>
    [Field(9)]
    public partial SecretReference? ControllerExpandSecretRef { get; init; }

    /// <summary>The Secret for growing the file system on a node.</summary>
    [Field(10)]
    public partial SecretReference? NodeExpandSecretRef { get; init; }
}

/// <summary>A Ceph file system.</summary>
/// <inheritdoc cref="CephFSVolumeSource"/>
[Message("k8s.io.api.core.v1")]
public sealed partial record CephFSPersistentVolumeSource
{
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<string> Monitors { get; init; }

    [Field(2)]
    public partial string Path { get; init; }

    [Field(3)]
    public partial string User { get; init; }

    [Field(4)]
    public partial string SecretFile { get; init; }

    [Field(5)]
    public partial SecretReference? SecretRef { get; init; }

    [Field(6)]
    public partial bool ReadOnly { get; init; }
}

/// <summary>An OpenStack disk.</summary>
/// <inheritdoc cref="CinderVolumeSource"/>
[Message("k8s.io.api.core.v1")]
public sealed partial record CinderPersistentVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string VolumeID { get; init; }

    [Field(2)]
    public partial string FsType { get; init; }

    [Field(3)]
    public partial bool ReadOnly { get; init; }

    [Field(4)]
    public partial SecretReference? SecretRef { get; init; }
}

/// <summary>A volume made by an executable on the node.</summary>
/// <inheritdoc cref="FlexVolumeSource"/>
[Message("k8s.io.api.core.v1")]
public sealed partial record FlexPersistentVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Driver { get; init; }

    [Field(2)]
    public partial string FsType { get; init; }

    [Field(3)]
    public partial SecretReference? SecretRef { get; init; }

    [Field(4)]
    public partial bool ReadOnly { get; init; }

    [Field(5)]
    public partial ValueMap<string> Options { get; init; }
}

/// <summary>A Gluster volume.</summary>
/// <inheritdoc cref="GlusterfsVolumeSource"/>
[Message("k8s.io.api.core.v1")]
public sealed partial record GlusterfsPersistentVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Endpoints { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Path { get; init; }

    [Field(3)]
    public partial bool ReadOnly { get; init; }

    /// <summary>The namespace of the Endpoints; the claim's when unset.</summary>
    [Field(4)]
    public partial string? EndpointsNamespace { get; init; }
}

/// <summary>A disk of an iSCSI target, used by one node at a time.</summary>
/// <inheritdoc cref="ISCSIVolumeSource"/>
[Message("k8s.io.api.core.v1")]
public sealed partial record ISCSIPersistentVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string TargetPortal { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Iqn { get; init; }

    [Field(3, Always = true, Required = true, Default = "0")]
    public partial int Lun { get; init; }

    [Field(4, Default = "\"default\"")]
    public partial string IscsiInterface { get; init; }

    [Field(5)]
    public partial string FsType { get; init; }

    [Field(6)]
    public partial bool ReadOnly { get; init; }

    [Field(7, ListType = "atomic")]
    public partial ValueList<string> Portals { get; init; }

    [Field(8)]
    public partial bool ChapAuthDiscovery { get; init; }

    [Field(11)]
    public partial bool ChapAuthSession { get; init; }

    [Field(10)]
    public partial SecretReference? SecretRef { get; init; }

    [Field(12)]
    public partial string? InitiatorName { get; init; }
}

/// <summary>A disk or directory that is mounted on one node. The volume needs a nodeAffinity.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record LocalVolumeSource
{
    /// <summary>The directory or block device on the node.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Path { get; init; }

    /// <summary>The file system where the path is a block device; found out when unset.</summary>
    [Field(2)]
    public partial string? FsType { get; init; }
}

/// <summary>What a persistent volume is; exactly one is set.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PersistentVolumeSource
{
    /// <summary>A Google Compute disk.</summary>
    [Field(1)]
    public partial GCEPersistentDiskVolumeSource? GcePersistentDisk { get; init; }

    /// <summary>An AWS block store.</summary>
    [Field(2)]
    public partial AWSElasticBlockStoreVolumeSource? AwsElasticBlockStore { get; init; }

    /// <summary>A directory of the node; for trials on one node only.</summary>
    [Field(3)]
    public partial HostPathVolumeSource? HostPath { get; init; }

    /// <summary>A Gluster volume.</summary>
    [Field(4)]
    public partial GlusterfsPersistentVolumeSource? Glusterfs { get; init; }

    /// <summary>A directory of an NFS server.</summary>
    [Field(5)]
    public partial NFSVolumeSource? Nfs { get; init; }

    /// <summary>A Ceph block device.</summary>
    [Field(6)]
    public partial RBDPersistentVolumeSource? Rbd { get; init; }

    /// <summary>A disk of an iSCSI target.</summary>
    [Field(7)]
    public partial ISCSIPersistentVolumeSource? Iscsi { get; init; }

    /// <summary>An OpenStack disk.</summary>
    [Field(8)]
    public partial CinderPersistentVolumeSource? Cinder { get; init; }

    /// <summary>A Ceph file system.</summary>
    [Field(9)]
    public partial CephFSPersistentVolumeSource? Cephfs { get; init; }

    /// <summary>A disk on a Fibre Channel fabric.</summary>
    [Field(10)]
    public partial FCVolumeSource? Fc { get; init; }

    /// <summary>A Flocker volume.</summary>
    [Field(11)]
    public partial FlockerVolumeSource? Flocker { get; init; }

    /// <summary>A volume made by an executable on the node.</summary>
    [Field(12)]
    public partial FlexPersistentVolumeSource? FlexVolume { get; init; }

    /// <summary>An Azure file share.</summary>
    [Field(13)]
    public partial AzureFilePersistentVolumeSource? AzureFile { get; init; }

    /// <summary>A vSphere disk.</summary>
    [Field(14)]
    public partial VsphereVirtualDiskVolumeSource? VsphereVolume { get; init; }

    /// <summary>A Quobyte volume.</summary>
    [Field(15)]
    public partial QuobyteVolumeSource? Quobyte { get; init; }

    /// <summary>An Azure disk.</summary>
    [Field(16)]
    public partial AzureDiskVolumeSource? AzureDisk { get; init; }

    /// <summary>A Photon disk.</summary>
    [Field(17)]
    public partial PhotonPersistentDiskVolumeSource? PhotonPersistentDisk { get; init; }

    /// <summary>A Portworx volume.</summary>
    [Field(18)]
    public partial PortworxVolumeSource? PortworxVolume { get; init; }

    /// <summary>A ScaleIO volume.</summary>
    [Field(19)]
    public partial ScaleIOPersistentVolumeSource? ScaleIO { get; init; }

    /// <summary>A disk that is mounted on one node.</summary>
    [Field(20)]
    public partial LocalVolumeSource? Local { get; init; }

    /// <summary>A StorageOS volume.</summary>
    [Field(21)]
    public partial StorageOSPersistentVolumeSource? Storageos { get; init; }

    /// <summary>A volume of a CSI driver.</summary>
    [Field(22)]
    public partial CSIPersistentVolumeSource? Csi { get; init; }
}

/// <summary>A Ceph block device.</summary>
/// <inheritdoc cref="RBDVolumeSource"/>
[Message("k8s.io.api.core.v1")]
public sealed partial record RBDPersistentVolumeSource
{
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<string> Monitors { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Image { get; init; }

    [Field(3)]
    public partial string FsType { get; init; }

    [Field(4, Default = "\"rbd\"")]
    public partial string Pool { get; init; }

    [Field(5, Default = "\"admin\"")]
    public partial string User { get; init; }

    [Field(6, Default = "\"/etc/ceph/keyring\"")]
    public partial string Keyring { get; init; }

    [Field(7)]
    public partial SecretReference? SecretRef { get; init; }

    [Field(8)]
    public partial bool ReadOnly { get; init; }
}

/// <summary>A ScaleIO volume.</summary>
/// <inheritdoc cref="ScaleIOVolumeSource"/>
[Message("k8s.io.api.core.v1")]
public sealed partial record ScaleIOPersistentVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Gateway { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string System { get; init; }

    [Field(3, Always = true, Required = true)]
    public partial SecretReference? SecretRef { get; init; }

    [Field(4)]
    public partial bool SslEnabled { get; init; }

    [Field(5)]
    public partial string ProtectionDomain { get; init; }

    [Field(6)]
    public partial string StoragePool { get; init; }

    [Field(7, Default = "\"ThinProvisioned\"")]
    public partial string StorageMode { get; init; }

    [Field(8)]
    public partial string VolumeName { get; init; }

    [Field(9, Default = "\"xfs\"")]
    public partial string FsType { get; init; }

    [Field(10)]
    public partial bool ReadOnly { get; init; }
}

/// <summary>A StorageOS volume.</summary>
/// <inheritdoc cref="StorageOSVolumeSource"/>
[Message("k8s.io.api.core.v1")]
public sealed partial record StorageOSPersistentVolumeSource
{
    [Field(1)]
    public partial string VolumeName { get; init; }

    [Field(2)]
    public partial string VolumeNamespace { get; init; }

    [Field(3)]
    public partial string FsType { get; init; }

    [Field(4)]
    public partial bool ReadOnly { get; init; }

    [Field(5)]
    public partial ObjectReference? SecretRef { get; init; }
}

/// <summary>The nodes from which a volume can be reached.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record VolumeNodeAffinity
{
    /// <summary>Terms of which the node must match one.</summary>
    [Field(1)]
    public partial NodeSelector? Required { get; init; }
}
