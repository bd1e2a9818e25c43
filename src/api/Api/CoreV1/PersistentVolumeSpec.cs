using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record PersistentVolumeSpec
{
    [Field(1)]
    public partial ValueMap<Quantity> Capacity { get; init; }

    [Field(2, Inline = true)]
    public partial PersistentVolumeSource PersistentVolumeSource { get; init; }

    [Field(3, ListType = "atomic")]
    public partial ValueList<string> AccessModes { get; init; }

    [Field(4, ListType = "granular")]
    public partial ObjectReference? ClaimRef { get; init; }

    [Field(5)]
    public partial string PersistentVolumeReclaimPolicy { get; init; }

    [Field(6)]
    public partial string StorageClassName { get; init; }

    [Field(7, ListType = "atomic")]
    public partial ValueList<string> MountOptions { get; init; }

    [Field(8)]
    public partial string? VolumeMode { get; init; }

    [Field(9)]
    public partial VolumeNodeAffinity? NodeAffinity { get; init; }

    [Field(10)]
    public partial string? VolumeAttributesClassName { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record AzureFilePersistentVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string SecretName { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string ShareName { get; init; }

    [Field(3)]
    public partial bool ReadOnly { get; init; }

    [Field(4, Always = true)]
    public partial string? SecretNamespace { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record CSIPersistentVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Driver { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string VolumeHandle { get; init; }

    [Field(3)]
    public partial bool ReadOnly { get; init; }

    [Field(4)]
    public partial string FsType { get; init; }

    [Field(5)]
    public partial ValueMap<string> VolumeAttributes { get; init; }

    [Field(6)]
    public partial SecretReference? ControllerPublishSecretRef { get; init; }

    [Field(7)]
    public partial SecretReference? NodeStageSecretRef { get; init; }

    [Field(8)]
    public partial SecretReference? NodePublishSecretRef { get; init; }

    [Field(9)]
    public partial SecretReference? ControllerExpandSecretRef { get; init; }

    [Field(10)]
    public partial SecretReference? NodeExpandSecretRef { get; init; }
}

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

[Message("k8s.io.api.core.v1")]
public sealed partial record GlusterfsPersistentVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Endpoints { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Path { get; init; }

    [Field(3)]
    public partial bool ReadOnly { get; init; }

    [Field(4)]
    public partial string? EndpointsNamespace { get; init; }
}

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

[Message("k8s.io.api.core.v1")]
public sealed partial record LocalVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Path { get; init; }

    [Field(2)]
    public partial string? FsType { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PersistentVolumeSource
{
    [Field(1)]
    public partial GCEPersistentDiskVolumeSource? GcePersistentDisk { get; init; }

    [Field(2)]
    public partial AWSElasticBlockStoreVolumeSource? AwsElasticBlockStore { get; init; }

    [Field(3)]
    public partial HostPathVolumeSource? HostPath { get; init; }

    [Field(4)]
    public partial GlusterfsPersistentVolumeSource? Glusterfs { get; init; }

    [Field(5)]
    public partial NFSVolumeSource? Nfs { get; init; }

    [Field(6)]
    public partial RBDPersistentVolumeSource? Rbd { get; init; }

    [Field(7)]
    public partial ISCSIPersistentVolumeSource? Iscsi { get; init; }

    [Field(8)]
    public partial CinderPersistentVolumeSource? Cinder { get; init; }

    [Field(9)]
    public partial CephFSPersistentVolumeSource? Cephfs { get; init; }

    [Field(10)]
    public partial FCVolumeSource? Fc { get; init; }

    [Field(11)]
    public partial FlockerVolumeSource? Flocker { get; init; }

    [Field(12)]
    public partial FlexPersistentVolumeSource? FlexVolume { get; init; }

    [Field(13)]
    public partial AzureFilePersistentVolumeSource? AzureFile { get; init; }

    [Field(14)]
    public partial VsphereVirtualDiskVolumeSource? VsphereVolume { get; init; }

    [Field(15)]
    public partial QuobyteVolumeSource? Quobyte { get; init; }

    [Field(16)]
    public partial AzureDiskVolumeSource? AzureDisk { get; init; }

    [Field(17)]
    public partial PhotonPersistentDiskVolumeSource? PhotonPersistentDisk { get; init; }

    [Field(18)]
    public partial PortworxVolumeSource? PortworxVolume { get; init; }

    [Field(19)]
    public partial ScaleIOPersistentVolumeSource? ScaleIO { get; init; }

    [Field(20)]
    public partial LocalVolumeSource? Local { get; init; }

    [Field(21)]
    public partial StorageOSPersistentVolumeSource? Storageos { get; init; }

    [Field(22)]
    public partial CSIPersistentVolumeSource? Csi { get; init; }
}

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

[Message("k8s.io.api.core.v1")]
public sealed partial record VolumeNodeAffinity
{
    [Field(1)]
    public partial NodeSelector? Required { get; init; }
}
