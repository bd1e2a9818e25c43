// Written by eng/write-bench-types.py.
#nullable enable
#pragma warning disable IDE1006 // names as in JSON
namespace Cybernetes.Api.Bench.Plain;

internal sealed class PodResourceClaimStatus
{
    public string? @name { get; set; }
    public string? @resourceClaimName { get; set; }
}

internal sealed class PodExtendedResourceClaimStatus
{
    public List<ContainerExtendedResourceRequest>? @requestMappings { get; set; }
    public string? @resourceClaimName { get; set; }
}

internal sealed class NodeAllocatableResourceClaimStatus
{
    public string? @resourceClaimName { get; set; }
    public List<string>? @containers { get; set; }
    public Dictionary<string, string>? @resources { get; set; }
}

internal sealed class Taint
{
    public string? @key { get; set; }
    public string? @value { get; set; }
    public string? @effect { get; set; }
    public DateTime? @timeAdded { get; set; }
}

internal sealed class NodeConfigSource
{
    public ConfigMapNodeConfigSource? @configMap { get; set; }
}

internal sealed class NodeCondition
{
    public string? @type { get; set; }
    public string? @status { get; set; }
    public DateTime? @lastHeartbeatTime { get; set; }
    public DateTime? @lastTransitionTime { get; set; }
    public string? @reason { get; set; }
    public string? @message { get; set; }
}

internal sealed class NodeAddress
{
    public string? @type { get; set; }
    public string? @address { get; set; }
}

internal sealed class NodeDaemonEndpoints
{
    public DaemonEndpoint? @kubeletEndpoint { get; set; }
}

internal sealed class NodeSystemInfo
{
    public string? @machineID { get; set; }
    public string? @systemUUID { get; set; }
    public string? @bootID { get; set; }
    public string? @kernelVersion { get; set; }
    public string? @osImage { get; set; }
    public string? @containerRuntimeVersion { get; set; }
    public string? @kubeletVersion { get; set; }
    public string? @kubeProxyVersion { get; set; }
    public string? @operatingSystem { get; set; }
    public string? @architecture { get; set; }
    public NodeSwapStatus? @swap { get; set; }
}

internal sealed class ContainerImage
{
    public List<string>? @names { get; set; }
    public long? @sizeBytes { get; set; }
}

internal sealed class AttachedVolume
{
    public string? @name { get; set; }
    public string? @devicePath { get; set; }
}

internal sealed class NodeConfigStatus
{
    public NodeConfigSource? @assigned { get; set; }
    public NodeConfigSource? @active { get; set; }
    public NodeConfigSource? @lastKnownGood { get; set; }
    public string? @error { get; set; }
}

internal sealed class NodeRuntimeHandler
{
    public string? @name { get; set; }
    public NodeRuntimeHandlerFeatures? @features { get; set; }
}

internal sealed class NodeFeatures
{
    public bool? @supplementalGroupsPolicy { get; set; }
}

internal sealed class LabelSelector
{
    public Dictionary<string, string>? @matchLabels { get; set; }
    public List<LabelSelectorRequirement>? @matchExpressions { get; set; }
}

internal sealed class PodTemplateSpec
{
    public ObjectMeta? @metadata { get; set; }
    public PodSpec? @spec { get; set; }
}

internal sealed class DeploymentStrategy
{
    public string? @type { get; set; }
    public RollingUpdateDeployment? @rollingUpdate { get; set; }
}

internal sealed class DeploymentCondition
{
    public string? @type { get; set; }
    public string? @status { get; set; }
    public DateTime? @lastUpdateTime { get; set; }
    public DateTime? @lastTransitionTime { get; set; }
    public string? @reason { get; set; }
    public string? @message { get; set; }
}

internal sealed class EndpointConditions
{
    public bool? @ready { get; set; }
    public bool? @serving { get; set; }
    public bool? @terminating { get; set; }
}

internal sealed class ObjectReference
{
    public string? @kind { get; set; }
    public string? @namespace { get; set; }
    public string? @name { get; set; }
    public string? @uid { get; set; }
    public string? @apiVersion { get; set; }
    public string? @resourceVersion { get; set; }
    public string? @fieldPath { get; set; }
}

internal sealed class EndpointHints
{
    public List<ForZone>? @forZones { get; set; }
    public List<ForNode>? @forNodes { get; set; }
}

internal sealed class VolumeSource
{
    public HostPathVolumeSource? @hostPath { get; set; }
    public EmptyDirVolumeSource? @emptyDir { get; set; }
    public GCEPersistentDiskVolumeSource? @gcePersistentDisk { get; set; }
    public AWSElasticBlockStoreVolumeSource? @awsElasticBlockStore { get; set; }
    public GitRepoVolumeSource? @gitRepo { get; set; }
    public SecretVolumeSource? @secret { get; set; }
    public NFSVolumeSource? @nfs { get; set; }
    public ISCSIVolumeSource? @iscsi { get; set; }
    public GlusterfsVolumeSource? @glusterfs { get; set; }
    public PersistentVolumeClaimVolumeSource? @persistentVolumeClaim { get; set; }
    public RBDVolumeSource? @rbd { get; set; }
    public FlexVolumeSource? @flexVolume { get; set; }
    public CinderVolumeSource? @cinder { get; set; }
    public CephFSVolumeSource? @cephfs { get; set; }
    public FlockerVolumeSource? @flocker { get; set; }
    public DownwardAPIVolumeSource? @downwardAPI { get; set; }
    public FCVolumeSource? @fc { get; set; }
    public AzureFileVolumeSource? @azureFile { get; set; }
    public ConfigMapVolumeSource? @configMap { get; set; }
    public VsphereVirtualDiskVolumeSource? @vsphereVolume { get; set; }
    public QuobyteVolumeSource? @quobyte { get; set; }
    public AzureDiskVolumeSource? @azureDisk { get; set; }
    public PhotonPersistentDiskVolumeSource? @photonPersistentDisk { get; set; }
    public ProjectedVolumeSource? @projected { get; set; }
    public PortworxVolumeSource? @portworxVolume { get; set; }
    public ScaleIOVolumeSource? @scaleIO { get; set; }
    public StorageOSVolumeSource? @storageos { get; set; }
    public CSIVolumeSource? @csi { get; set; }
    public EphemeralVolumeSource? @ephemeral { get; set; }
    public ImageVolumeSource? @image { get; set; }
}

internal sealed class ContainerPort
{
    public string? @name { get; set; }
    public int? @hostPort { get; set; }
    public int? @containerPort { get; set; }
    public string? @protocol { get; set; }
    public string? @hostIP { get; set; }
}

internal sealed class EnvFromSource
{
    public string? @prefix { get; set; }
    public ConfigMapEnvSource? @configMapRef { get; set; }
    public SecretEnvSource? @secretRef { get; set; }
}

internal sealed class EnvVar
{
    public string? @name { get; set; }
    public string? @value { get; set; }
    public EnvVarSource? @valueFrom { get; set; }
}

internal sealed class ContainerResizePolicy
{
    public string? @resourceName { get; set; }
    public string? @restartPolicy { get; set; }
}

internal sealed class ContainerRestartRule
{
    public string? @action { get; set; }
    public ContainerRestartRuleOnExitCodes? @exitCodes { get; set; }
}

internal sealed class VolumeMount
{
    public string? @name { get; set; }
    public bool? @readOnly { get; set; }
    public string? @recursiveReadOnly { get; set; }
    public string? @mountPath { get; set; }
    public string? @subPath { get; set; }
    public string? @mountPropagation { get; set; }
    public string? @subPathExpr { get; set; }
}

internal sealed class VolumeDevice
{
    public string? @name { get; set; }
    public string? @devicePath { get; set; }
}

internal sealed class Probe
{
    public ExecAction? @exec { get; set; }
    public HTTPGetAction? @httpGet { get; set; }
    public TCPSocketAction? @tcpSocket { get; set; }
    public GRPCAction? @grpc { get; set; }
    public int? @initialDelaySeconds { get; set; }
    public int? @timeoutSeconds { get; set; }
    public int? @periodSeconds { get; set; }
    public int? @successThreshold { get; set; }
    public int? @failureThreshold { get; set; }
    public long? @terminationGracePeriodSeconds { get; set; }
}

internal sealed class Lifecycle
{
    public LifecycleHandler? @postStart { get; set; }
    public LifecycleHandler? @preStop { get; set; }
    public string? @stopSignal { get; set; }
}

internal sealed class SecurityContext
{
    public Capabilities? @capabilities { get; set; }
    public bool? @privileged { get; set; }
    public SELinuxOptions? @seLinuxOptions { get; set; }
    public WindowsSecurityContextOptions? @windowsOptions { get; set; }
    public long? @runAsUser { get; set; }
    public long? @runAsGroup { get; set; }
    public bool? @runAsNonRoot { get; set; }
    public bool? @readOnlyRootFilesystem { get; set; }
    public bool? @allowPrivilegeEscalation { get; set; }
    public string? @procMount { get; set; }
    public SeccompProfile? @seccompProfile { get; set; }
    public AppArmorProfile? @appArmorProfile { get; set; }
}

internal sealed class EphemeralContainerCommon
{
    public string? @name { get; set; }
    public string? @image { get; set; }
    public List<string>? @command { get; set; }
    public List<string>? @args { get; set; }
    public string? @workingDir { get; set; }
    public List<ContainerPort>? @ports { get; set; }
    public List<EnvFromSource>? @envFrom { get; set; }
    public List<EnvVar>? @env { get; set; }
    public ResourceRequirements? @resources { get; set; }
    public List<ContainerResizePolicy>? @resizePolicy { get; set; }
    public string? @restartPolicy { get; set; }
    public List<ContainerRestartRule>? @restartPolicyRules { get; set; }
    public List<VolumeMount>? @volumeMounts { get; set; }
    public List<VolumeDevice>? @volumeDevices { get; set; }
    public Probe? @livenessProbe { get; set; }
    public Probe? @readinessProbe { get; set; }
    public Probe? @startupProbe { get; set; }
    public Lifecycle? @lifecycle { get; set; }
    public string? @terminationMessagePath { get; set; }
    public string? @terminationMessagePolicy { get; set; }
    public string? @imagePullPolicy { get; set; }
    public SecurityContext? @securityContext { get; set; }
    public bool? @stdin { get; set; }
    public bool? @stdinOnce { get; set; }
    public bool? @tty { get; set; }
}

internal sealed class SELinuxOptions
{
    public string? @user { get; set; }
    public string? @role { get; set; }
    public string? @type { get; set; }
    public string? @level { get; set; }
}

internal sealed class WindowsSecurityContextOptions
{
    public string? @gmsaCredentialSpecName { get; set; }
    public string? @gmsaCredentialSpec { get; set; }
    public string? @runAsUserName { get; set; }
    public bool? @hostProcess { get; set; }
}

internal sealed class Sysctl
{
    public string? @name { get; set; }
    public string? @value { get; set; }
}

internal sealed class SeccompProfile
{
    public string? @type { get; set; }
    public string? @localhostProfile { get; set; }
}

internal sealed class AppArmorProfile
{
    public string? @type { get; set; }
    public string? @localhostProfile { get; set; }
}

internal sealed class NodeAffinity
{
    public NodeSelector? @requiredDuringSchedulingIgnoredDuringExecution { get; set; }
    public List<PreferredSchedulingTerm>? @preferredDuringSchedulingIgnoredDuringExecution { get; set; }
}

internal sealed class PodAffinity
{
    public List<PodAffinityTerm>? @requiredDuringSchedulingIgnoredDuringExecution { get; set; }
    public List<WeightedPodAffinityTerm>? @preferredDuringSchedulingIgnoredDuringExecution { get; set; }
}

internal sealed class PodAntiAffinity
{
    public List<PodAffinityTerm>? @requiredDuringSchedulingIgnoredDuringExecution { get; set; }
    public List<WeightedPodAffinityTerm>? @preferredDuringSchedulingIgnoredDuringExecution { get; set; }
}

internal sealed class PodDNSConfigOption
{
    public string? @name { get; set; }
    public string? @value { get; set; }
}

internal sealed class ResourceClaim
{
    public string? @name { get; set; }
    public string? @request { get; set; }
}

internal sealed class ContainerState
{
    public ContainerStateWaiting? @waiting { get; set; }
    public ContainerStateRunning? @running { get; set; }
    public ContainerStateTerminated? @terminated { get; set; }
}

internal sealed class VolumeMountStatus
{
    public string? @name { get; set; }
    public string? @mountPath { get; set; }
    public bool? @readOnly { get; set; }
    public string? @recursiveReadOnly { get; set; }
    public VolumeStatus? @volumeStatus { get; set; }
}

internal sealed class ContainerUser
{
    public LinuxContainerUser? @linux { get; set; }
}

internal sealed class ResourceStatus
{
    public string? @name { get; set; }
    public List<ResourceHealth>? @resources { get; set; }
}

internal sealed class ContainerExtendedResourceRequest
{
    public string? @containerName { get; set; }
    public string? @resourceName { get; set; }
    public string? @requestName { get; set; }
}

internal sealed class ConfigMapNodeConfigSource
{
    public string? @namespace { get; set; }
    public string? @name { get; set; }
    public string? @uid { get; set; }
    public string? @resourceVersion { get; set; }
    public string? @kubeletConfigKey { get; set; }
}

internal sealed class DaemonEndpoint
{
    public int? @Port { get; set; }
}

internal sealed class NodeSwapStatus
{
    public long? @capacity { get; set; }
}

internal sealed class NodeRuntimeHandlerFeatures
{
    public bool? @recursiveReadOnlyMounts { get; set; }
    public bool? @userNamespaces { get; set; }
}

internal sealed class LabelSelectorRequirement
{
    public string? @key { get; set; }
    public string? @operator { get; set; }
    public List<string>? @values { get; set; }
}

internal sealed class RollingUpdateDeployment
{
    public IntOrString? @maxUnavailable { get; set; }
    public IntOrString? @maxSurge { get; set; }
}

internal sealed class ForZone
{
    public string? @name { get; set; }
}

internal sealed class ForNode
{
    public string? @name { get; set; }
}

internal sealed class HostPathVolumeSource
{
    public string? @path { get; set; }
    public string? @type { get; set; }
}
