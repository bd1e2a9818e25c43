using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>An Azure file share.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record AzureFileVolumeSource
{
    /// <summary>The Secret with the storage account's name and key.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string SecretName { get; init; }

    /// <summary>The share's name.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string ShareName { get; init; }

    /// <summary>Whether it is mounted read-only. False by default.</summary>
    [Field(3)]
    public partial bool ReadOnly { get; init; }
}

/// <summary>A Ceph file system.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record CephFSVolumeSource
{
    /// <summary>The monitors' addresses.</summary>
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<string> Monitors { get; init; }

    /// <summary>The directory to mount; <c>/</c> by default.</summary>
    [Field(2)]
    public partial string Path { get; init; }

    /// <summary>The user; <c>admin</c> by default.</summary>
    [Field(3)]
    public partial string User { get; init; }

    /// <summary>The key file's path; <c>/etc/ceph/user.secret</c> by default.</summary>
    [Field(4)]
    public partial string SecretFile { get; init; }

    /// <summary>The Secret with the key, in place of secretFile.</summary>
    [Field(5)]
    public partial LocalObjectReference? SecretRef { get; init; }

    /// <summary>Whether it is mounted read-only. False by default.</summary>
    [Field(6)]
    public partial bool ReadOnly { get; init; }
}

/// <summary>An OpenStack disk.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record CinderVolumeSource
{
    /// <summary>The disk's id.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string VolumeID { get; init; }

    /// <summary>The file system; ext4 by default.</summary>
    [Field(2)]
    public partial string FsType { get; init; }

    /// <summary>Whether it is mounted read-only. False by default.</summary>
    [Field(3)]
    public partial bool ReadOnly { get; init; }

    /// <summary>The Secret with the parameters to reach OpenStack.</summary>
    [Field(4)]
    public partial LocalObjectReference? SecretRef { get; init; }
}

/// <summary>A volume made by an executable on the node.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record FlexVolumeSource
{
    /// <summary>The driver's name.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Driver { get; init; }

    /// <summary>The file system; the driver's default when unset.</summary>
    [Field(2)]
    public partial string FsType { get; init; }

    /// <summary>The Secret handed to the driver.</summary>
    [Field(3)]
    public partial LocalObjectReference? SecretRef { get; init; }

    /// <summary>Whether it is mounted read-only. False by default.</summary>
    [Field(4)]
    public partial bool ReadOnly { get; init; }

    /// <summary>Further settings for the driver.</summary>
    [Field(5)]
    public partial ValueMap<string> Options { get; init; }
}

/// <summary>A git checkout.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record GitRepoVolumeSource
{
    /// <summary>The repository's URL.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Repository { get; init; }

    /// <summary>The commit to check out.</summary>
    [Field(2)]
    public partial string Revision { get; init; }

    /// <summary>The directory in the volume, without <c>..</c>; the volume itself for <c>.</c>.</summary>
    [Field(3)]
    public partial string Directory { get; init; }
}

/// <summary>A Gluster volume.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record GlusterfsVolumeSource
{
    /// <summary>The Endpoints object that lists the servers.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Endpoints { get; init; }

    /// <summary>The volume's name.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Path { get; init; }

    /// <summary>Whether it is mounted read-only. False by default.</summary>
    [Field(3)]
    public partial bool ReadOnly { get; init; }
}

/// <summary>A disk of an iSCSI target, used by one node at a time.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ISCSIVolumeSource
{
    /// <summary>The target's address, with the port unless it is 860 or 3260.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string TargetPortal { get; init; }

    /// <summary>The target's qualified name.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Iqn { get; init; }

    /// <summary>The unit number.</summary>
    [Field(3, Always = true, Required = true, Default = "0")]
    public partial int Lun { get; init; }

    /// <summary>The initiator's interface; <c>default</c> (TCP) by default.</summary>
    [Field(4, Default = "\"default\"")]
    public partial string IscsiInterface { get; init; }

    /// <summary>The file system: <c>ext4</c>, <c>xfs</c> … ext4 by default.</summary>
    [Field(5)]
    public partial string FsType { get; init; }

    /// <summary>Whether it is mounted read-only. False by default.</summary>
    [Field(6)]
    public partial bool ReadOnly { get; init; }

    /// <summary>Further portals of the target.</summary>
    [Field(7, ListType = "atomic")]
    public partial ValueList<string> Portals { get; init; }

    /// <summary>Whether discovery uses CHAP.</summary>
    [Field(8)]
    public partial bool ChapAuthDiscovery { get; init; }

    /// <summary>Whether the session uses CHAP.</summary>
    [Field(11)]
    public partial bool ChapAuthSession { get; init; }

    /// <summary>The Secret with the CHAP credentials.</summary>
    [Field(10)]
    public partial LocalObjectReference? SecretRef { get; init; }

    /// <summary>The initiator's name for this volume; the node's when unset.</summary>
    [Field(12)]
    public partial string? InitiatorName { get; init; }
}

/// <summary>A Ceph block device.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record RBDVolumeSource
{
    /// <summary>The monitors' addresses.</summary>
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<string> Monitors { get; init; }

    /// <summary>The image's name.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Image { get; init; }

    /// <summary>The file system; ext4 by default.</summary>
    [Field(3)]
    public partial string FsType { get; init; }

    /// <summary>The pool; <c>rbd</c> by default.</summary>
    [Field(4, Default = "\"rbd\"")]
    public partial string Pool { get; init; }

    /// <summary>The user; <c>admin</c> by default.</summary>
    [Field(5, Default = "\"admin\"")]
    public partial string User { get; init; }

    /// <summary>The key ring's path; <c>/etc/ceph/keyring</c> by default.</summary>
    [Field(6, Default = "\"/etc/ceph/keyring\"")]
    public partial string Keyring { get; init; }

    /// <summary>The Secret with the key, in place of keyring.</summary>
    [Field(7)]
    public partial LocalObjectReference? SecretRef { get; init; }

    /// <summary>Whether it is mounted read-only. False by default.</summary>
    [Field(8)]
    public partial bool ReadOnly { get; init; }
}

/// <summary>A ScaleIO volume.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ScaleIOVolumeSource
{
    /// <summary>The gateway's address.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Gateway { get; init; }

    /// <summary>The storage system's name.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string System { get; init; }

    /// <summary>The Secret with the credentials.</summary>
    [Field(3, Always = true, Required = true)]
    public partial LocalObjectReference? SecretRef { get; init; }

    /// <summary>Whether the gateway is spoken to by TLS. False by default.</summary>
    [Field(4)]
    public partial bool SslEnabled { get; init; }

    /// <summary>The protection domain.</summary>
    [Field(5)]
    public partial string ProtectionDomain { get; init; }

    /// <summary>The storage pool.</summary>
    [Field(6)]
    public partial string StoragePool { get; init; }

    /// <summary><c>ThinProvisioned</c> (the default) or <c>ThickProvisioned</c>.</summary>
    [Field(7, Default = "\"ThinProvisioned\"")]
    public partial string StorageMode { get; init; }

    /// <summary>The volume's name.</summary>
    [Field(8)]
    public partial string VolumeName { get; init; }

    /// <summary>The file system; xfs by default.</summary>
    [Field(9, Default = "\"xfs\"")]
    public partial string FsType { get; init; }

    /// <summary>Whether it is mounted read-only. False by default.</summary>
    [Field(10)]
    public partial bool ReadOnly { get; init; }
}

/// <summary>A StorageOS volume.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record StorageOSVolumeSource
{
    /// <summary>The volume's name in its namespace.</summary>
    [Field(1)]
    public partial string VolumeName { get; init; }

    /// <summary>The StorageOS namespace; the pod's by default.</summary>
    [Field(2)]
    public partial string VolumeNamespace { get; init; }

    /// <summary>The file system; ext4 by default.</summary>
    [Field(3)]
    public partial string FsType { get; init; }

    /// <summary>Whether it is mounted read-only. False by default.</summary>
    [Field(4)]
    public partial bool ReadOnly { get; init; }

    /// <summary>The Secret with the credentials.</summary>
    [Field(5)]
    public partial LocalObjectReference? SecretRef { get; init; }
}
