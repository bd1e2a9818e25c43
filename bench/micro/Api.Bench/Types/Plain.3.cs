// Written by eng/write-bench-types.py.
#nullable enable
#pragma warning disable IDE1006 // names as in JSON
namespace Cybernetes.Api.Bench.Plain;

internal sealed class EmptyDirVolumeSource
{
    public string? @medium { get; set; }
    public string? @sizeLimit { get; set; }
}

internal sealed class GCEPersistentDiskVolumeSource
{
    public string? @pdName { get; set; }
    public string? @fsType { get; set; }
    public int? @partition { get; set; }
    public bool? @readOnly { get; set; }
}

internal sealed class AWSElasticBlockStoreVolumeSource
{
    public string? @volumeID { get; set; }
    public string? @fsType { get; set; }
    public int? @partition { get; set; }
    public bool? @readOnly { get; set; }
}

internal sealed class GitRepoVolumeSource
{
    public string? @repository { get; set; }
    public string? @revision { get; set; }
    public string? @directory { get; set; }
}

internal sealed class SecretVolumeSource
{
    public string? @secretName { get; set; }
    public List<KeyToPath>? @items { get; set; }
    public int? @defaultMode { get; set; }
    public bool? @optional { get; set; }
}

internal sealed class NFSVolumeSource
{
    public string? @server { get; set; }
    public string? @path { get; set; }
    public bool? @readOnly { get; set; }
}

internal sealed class ISCSIVolumeSource
{
    public string? @targetPortal { get; set; }
    public string? @iqn { get; set; }
    public int? @lun { get; set; }
    public string? @iscsiInterface { get; set; }
    public string? @fsType { get; set; }
    public bool? @readOnly { get; set; }
    public List<string>? @portals { get; set; }
    public bool? @chapAuthDiscovery { get; set; }
    public bool? @chapAuthSession { get; set; }
    public LocalObjectReference? @secretRef { get; set; }
    public string? @initiatorName { get; set; }
}

internal sealed class GlusterfsVolumeSource
{
    public string? @endpoints { get; set; }
    public string? @path { get; set; }
    public bool? @readOnly { get; set; }
}

internal sealed class PersistentVolumeClaimVolumeSource
{
    public string? @claimName { get; set; }
    public bool? @readOnly { get; set; }
}

internal sealed class RBDVolumeSource
{
    public List<string>? @monitors { get; set; }
    public string? @image { get; set; }
    public string? @fsType { get; set; }
    public string? @pool { get; set; }
    public string? @user { get; set; }
    public string? @keyring { get; set; }
    public LocalObjectReference? @secretRef { get; set; }
    public bool? @readOnly { get; set; }
}

internal sealed class FlexVolumeSource
{
    public string? @driver { get; set; }
    public string? @fsType { get; set; }
    public LocalObjectReference? @secretRef { get; set; }
    public bool? @readOnly { get; set; }
    public Dictionary<string, string>? @options { get; set; }
}

internal sealed class CinderVolumeSource
{
    public string? @volumeID { get; set; }
    public string? @fsType { get; set; }
    public bool? @readOnly { get; set; }
    public LocalObjectReference? @secretRef { get; set; }
}

internal sealed class CephFSVolumeSource
{
    public List<string>? @monitors { get; set; }
    public string? @path { get; set; }
    public string? @user { get; set; }
    public string? @secretFile { get; set; }
    public LocalObjectReference? @secretRef { get; set; }
    public bool? @readOnly { get; set; }
}

internal sealed class FlockerVolumeSource
{
    public string? @datasetName { get; set; }
    public string? @datasetUUID { get; set; }
}

internal sealed class DownwardAPIVolumeSource
{
    public List<DownwardAPIVolumeFile>? @items { get; set; }
    public int? @defaultMode { get; set; }
}

internal sealed class FCVolumeSource
{
    public List<string>? @targetWWNs { get; set; }
    public int? @lun { get; set; }
    public string? @fsType { get; set; }
    public bool? @readOnly { get; set; }
    public List<string>? @wwids { get; set; }
}

internal sealed class AzureFileVolumeSource
{
    public string? @secretName { get; set; }
    public string? @shareName { get; set; }
    public bool? @readOnly { get; set; }
}

internal sealed class ConfigMapVolumeSource
{
    public string? @name { get; set; }
    public List<KeyToPath>? @items { get; set; }
    public int? @defaultMode { get; set; }
    public bool? @optional { get; set; }
}

internal sealed class VsphereVirtualDiskVolumeSource
{
    public string? @volumePath { get; set; }
    public string? @fsType { get; set; }
    public string? @storagePolicyName { get; set; }
    public string? @storagePolicyID { get; set; }
}

internal sealed class QuobyteVolumeSource
{
    public string? @registry { get; set; }
    public string? @volume { get; set; }
    public bool? @readOnly { get; set; }
    public string? @user { get; set; }
    public string? @group { get; set; }
    public string? @tenant { get; set; }
}

internal sealed class AzureDiskVolumeSource
{
    public string? @diskName { get; set; }
    public string? @diskURI { get; set; }
    public string? @cachingMode { get; set; }
    public string? @fsType { get; set; }
    public bool? @readOnly { get; set; }
    public string? @kind { get; set; }
}

internal sealed class PhotonPersistentDiskVolumeSource
{
    public string? @pdID { get; set; }
    public string? @fsType { get; set; }
}

internal sealed class ProjectedVolumeSource
{
    public List<VolumeProjection>? @sources { get; set; }
    public int? @defaultMode { get; set; }
}

internal sealed class PortworxVolumeSource
{
    public string? @volumeID { get; set; }
    public string? @fsType { get; set; }
    public bool? @readOnly { get; set; }
}

internal sealed class ScaleIOVolumeSource
{
    public string? @gateway { get; set; }
    public string? @system { get; set; }
    public LocalObjectReference? @secretRef { get; set; }
    public bool? @sslEnabled { get; set; }
    public string? @protectionDomain { get; set; }
    public string? @storagePool { get; set; }
    public string? @storageMode { get; set; }
    public string? @volumeName { get; set; }
    public string? @fsType { get; set; }
    public bool? @readOnly { get; set; }
}

internal sealed class StorageOSVolumeSource
{
    public string? @volumeName { get; set; }
    public string? @volumeNamespace { get; set; }
    public string? @fsType { get; set; }
    public bool? @readOnly { get; set; }
    public LocalObjectReference? @secretRef { get; set; }
}

internal sealed class CSIVolumeSource
{
    public string? @driver { get; set; }
    public bool? @readOnly { get; set; }
    public string? @fsType { get; set; }
    public Dictionary<string, string>? @volumeAttributes { get; set; }
    public LocalObjectReference? @nodePublishSecretRef { get; set; }
}

internal sealed class EphemeralVolumeSource
{
    public PersistentVolumeClaimTemplate? @volumeClaimTemplate { get; set; }
}

internal sealed class ImageVolumeSource
{
    public string? @reference { get; set; }
    public string? @pullPolicy { get; set; }
}

internal sealed class ConfigMapEnvSource
{
    public string? @name { get; set; }
    public bool? @optional { get; set; }
}

internal sealed class SecretEnvSource
{
    public string? @name { get; set; }
    public bool? @optional { get; set; }
}

internal sealed class EnvVarSource
{
    public ObjectFieldSelector? @fieldRef { get; set; }
    public ResourceFieldSelector? @resourceFieldRef { get; set; }
    public ConfigMapKeySelector? @configMapKeyRef { get; set; }
    public SecretKeySelector? @secretKeyRef { get; set; }
    public FileKeySelector? @fileKeyRef { get; set; }
}

internal sealed class ContainerRestartRuleOnExitCodes
{
    public string? @operator { get; set; }
    public List<int>? @values { get; set; }
}

internal sealed class ProbeHandler
{
    public ExecAction? @exec { get; set; }
    public HTTPGetAction? @httpGet { get; set; }
    public TCPSocketAction? @tcpSocket { get; set; }
    public GRPCAction? @grpc { get; set; }
}

internal sealed class LifecycleHandler
{
    public ExecAction? @exec { get; set; }
    public HTTPGetAction? @httpGet { get; set; }
    public TCPSocketAction? @tcpSocket { get; set; }
    public SleepAction? @sleep { get; set; }
}

internal sealed class Capabilities
{
    public List<string>? @add { get; set; }
    public List<string>? @drop { get; set; }
}

internal sealed class NodeSelector
{
    public List<NodeSelectorTerm>? @nodeSelectorTerms { get; set; }
}

internal sealed class PreferredSchedulingTerm
{
    public int? @weight { get; set; }
    public NodeSelectorTerm? @preference { get; set; }
}

internal sealed class PodAffinityTerm
{
    public LabelSelector? @labelSelector { get; set; }
    public List<string>? @namespaces { get; set; }
    public string? @topologyKey { get; set; }
    public LabelSelector? @namespaceSelector { get; set; }
    public List<string>? @matchLabelKeys { get; set; }
    public List<string>? @mismatchLabelKeys { get; set; }
}

internal sealed class WeightedPodAffinityTerm
{
    public int? @weight { get; set; }
    public PodAffinityTerm? @podAffinityTerm { get; set; }
}

internal sealed class ContainerStateWaiting
{
    public string? @reason { get; set; }
    public string? @message { get; set; }
}

internal sealed class ContainerStateRunning
{
    public DateTime? @startedAt { get; set; }
}

internal sealed class ContainerStateTerminated
{
    public int? @exitCode { get; set; }
    public int? @signal { get; set; }
    public string? @reason { get; set; }
    public string? @message { get; set; }
    public DateTime? @startedAt { get; set; }
    public DateTime? @finishedAt { get; set; }
    public string? @containerID { get; set; }
}

internal sealed class VolumeStatus
{
    public ImageVolumeStatus? @image { get; set; }
}

internal sealed class LinuxContainerUser
{
    public long? @uid { get; set; }
    public long? @gid { get; set; }
    public List<long>? @supplementalGroups { get; set; }
}

internal sealed class ResourceHealth
{
    public string? @resourceID { get; set; }
    public string? @health { get; set; }
    public string? @message { get; set; }
}

internal sealed class KeyToPath
{
    public string? @key { get; set; }
    public string? @path { get; set; }
    public int? @mode { get; set; }
}

internal sealed class DownwardAPIVolumeFile
{
    public string? @path { get; set; }
    public ObjectFieldSelector? @fieldRef { get; set; }
    public ResourceFieldSelector? @resourceFieldRef { get; set; }
    public int? @mode { get; set; }
}

internal sealed class VolumeProjection
{
    public SecretProjection? @secret { get; set; }
    public DownwardAPIProjection? @downwardAPI { get; set; }
    public ConfigMapProjection? @configMap { get; set; }
    public ServiceAccountTokenProjection? @serviceAccountToken { get; set; }
    public ClusterTrustBundleProjection? @clusterTrustBundle { get; set; }
    public PodCertificateProjection? @podCertificate { get; set; }
}

internal sealed class PersistentVolumeClaimTemplate
{
    public ObjectMeta? @metadata { get; set; }
    public PersistentVolumeClaimSpec? @spec { get; set; }
}

internal sealed class ObjectFieldSelector
{
    public string? @apiVersion { get; set; }
    public string? @fieldPath { get; set; }
}

internal sealed class ResourceFieldSelector
{
    public string? @containerName { get; set; }
    public string? @resource { get; set; }
    public string? @divisor { get; set; }
}

internal sealed class ConfigMapKeySelector
{
    public string? @name { get; set; }
    public string? @key { get; set; }
    public bool? @optional { get; set; }
}

internal sealed class SecretKeySelector
{
    public string? @name { get; set; }
    public string? @key { get; set; }
    public bool? @optional { get; set; }
}

internal sealed class FileKeySelector
{
    public string? @volumeName { get; set; }
    public string? @path { get; set; }
    public string? @key { get; set; }
    public bool? @optional { get; set; }
}

internal sealed class ExecAction
{
    public List<string>? @command { get; set; }
}

internal sealed class HTTPGetAction
{
    public string? @path { get; set; }
    public IntOrString? @port { get; set; }
    public string? @host { get; set; }
    public string? @scheme { get; set; }
    public List<HTTPHeader>? @httpHeaders { get; set; }
}

internal sealed class TCPSocketAction
{
    public IntOrString? @port { get; set; }
    public string? @host { get; set; }
}

internal sealed class GRPCAction
{
    public int? @port { get; set; }
    public string? @service { get; set; }
}

internal sealed class SleepAction
{
    public long? @seconds { get; set; }
}
