// Written by eng/write-bench-types.py.
#nullable enable
#pragma warning disable IDE1006 // names as in JSON
namespace Cybernetes.Api.Bench.Plain;

internal sealed class Pod
{
    public string? apiVersion { get; set; }
    public string? kind { get; set; }
    public ObjectMeta? @metadata { get; set; }
    public PodSpec? @spec { get; set; }
    public PodStatus? @status { get; set; }
}

internal sealed class Node
{
    public string? apiVersion { get; set; }
    public string? kind { get; set; }
    public ObjectMeta? @metadata { get; set; }
    public NodeSpec? @spec { get; set; }
    public NodeStatus? @status { get; set; }
}

internal sealed class Secret
{
    public string? apiVersion { get; set; }
    public string? kind { get; set; }
    public ObjectMeta? @metadata { get; set; }
    public bool? @immutable { get; set; }
    public Dictionary<string, byte[]>? @data { get; set; }
    public Dictionary<string, string>? @stringData { get; set; }
    public string? @type { get; set; }
}

internal sealed class Deployment
{
    public string? apiVersion { get; set; }
    public string? kind { get; set; }
    public ObjectMeta? @metadata { get; set; }
    public DeploymentSpec? @spec { get; set; }
    public DeploymentStatus? @status { get; set; }
}

internal sealed class EndpointSlice
{
    public string? apiVersion { get; set; }
    public string? kind { get; set; }
    public ObjectMeta? @metadata { get; set; }
    public string? @addressType { get; set; }
    public List<Endpoint>? @endpoints { get; set; }
    public List<EndpointPort>? @ports { get; set; }
}

internal sealed class ObjectMeta
{
    public string? @name { get; set; }
    public string? @generateName { get; set; }
    public string? @namespace { get; set; }
    public string? @selfLink { get; set; }
    public string? @uid { get; set; }
    public string? @resourceVersion { get; set; }
    public long? @generation { get; set; }
    public DateTime? @creationTimestamp { get; set; }
    public DateTime? @deletionTimestamp { get; set; }
    public long? @deletionGracePeriodSeconds { get; set; }
    public Dictionary<string, string>? @labels { get; set; }
    public Dictionary<string, string>? @annotations { get; set; }
    public List<OwnerReference>? @ownerReferences { get; set; }
    public List<string>? @finalizers { get; set; }
    public List<ManagedFieldsEntry>? @managedFields { get; set; }
}

internal sealed class PodSpec
{
    public List<Volume>? @volumes { get; set; }
    public List<Container>? @initContainers { get; set; }
    public List<Container>? @containers { get; set; }
    public List<EphemeralContainer>? @ephemeralContainers { get; set; }
    public string? @restartPolicy { get; set; }
    public long? @terminationGracePeriodSeconds { get; set; }
    public long? @activeDeadlineSeconds { get; set; }
    public string? @dnsPolicy { get; set; }
    public Dictionary<string, string>? @nodeSelector { get; set; }
    public string? @serviceAccountName { get; set; }
    public string? @serviceAccount { get; set; }
    public bool? @automountServiceAccountToken { get; set; }
    public string? @nodeName { get; set; }
    public bool? @hostNetwork { get; set; }
    public bool? @hostPID { get; set; }
    public bool? @hostIPC { get; set; }
    public bool? @shareProcessNamespace { get; set; }
    public PodSecurityContext? @securityContext { get; set; }
    public List<LocalObjectReference>? @imagePullSecrets { get; set; }
    public string? @hostname { get; set; }
    public string? @subdomain { get; set; }
    public Affinity? @affinity { get; set; }
    public string? @schedulerName { get; set; }
    public List<Toleration>? @tolerations { get; set; }
    public List<HostAlias>? @hostAliases { get; set; }
    public string? @priorityClassName { get; set; }
    public int? @priority { get; set; }
    public PodDNSConfig? @dnsConfig { get; set; }
    public List<PodReadinessGate>? @readinessGates { get; set; }
    public string? @runtimeClassName { get; set; }
    public bool? @enableServiceLinks { get; set; }
    public string? @preemptionPolicy { get; set; }
    public Dictionary<string, string>? @overhead { get; set; }
    public List<TopologySpreadConstraint>? @topologySpreadConstraints { get; set; }
    public bool? @setHostnameAsFQDN { get; set; }
    public PodOS? @os { get; set; }
    public bool? @hostUsers { get; set; }
    public List<PodSchedulingGate>? @schedulingGates { get; set; }
    public List<PodResourceClaim>? @resourceClaims { get; set; }
    public ResourceRequirements? @resources { get; set; }
    public string? @hostnameOverride { get; set; }
    public PodSchedulingGroup? @schedulingGroup { get; set; }
}

internal sealed class PodStatus
{
    public long? @observedGeneration { get; set; }
    public string? @phase { get; set; }
    public List<PodCondition>? @conditions { get; set; }
    public string? @message { get; set; }
    public string? @reason { get; set; }
    public string? @nominatedNodeName { get; set; }
    public string? @hostIP { get; set; }
    public List<HostIP>? @hostIPs { get; set; }
    public string? @podIP { get; set; }
    public List<PodIP>? @podIPs { get; set; }
    public DateTime? @startTime { get; set; }
    public List<ContainerStatus>? @initContainerStatuses { get; set; }
    public List<ContainerStatus>? @containerStatuses { get; set; }
    public string? @qosClass { get; set; }
    public List<ContainerStatus>? @ephemeralContainerStatuses { get; set; }
    public string? @resize { get; set; }
    public List<PodResourceClaimStatus>? @resourceClaimStatuses { get; set; }
    public PodExtendedResourceClaimStatus? @extendedResourceClaimStatus { get; set; }
    public Dictionary<string, string>? @allocatedResources { get; set; }
    public ResourceRequirements? @resources { get; set; }
    public List<NodeAllocatableResourceClaimStatus>? @nodeAllocatableResourceClaimStatuses { get; set; }
}

internal sealed class NodeSpec
{
    public string? @podCIDR { get; set; }
    public List<string>? @podCIDRs { get; set; }
    public string? @providerID { get; set; }
    public bool? @unschedulable { get; set; }
    public List<Taint>? @taints { get; set; }
    public NodeConfigSource? @configSource { get; set; }
    public string? @externalID { get; set; }
}

internal sealed class NodeStatus
{
    public Dictionary<string, string>? @capacity { get; set; }
    public Dictionary<string, string>? @allocatable { get; set; }
    public string? @phase { get; set; }
    public List<NodeCondition>? @conditions { get; set; }
    public List<NodeAddress>? @addresses { get; set; }
    public NodeDaemonEndpoints? @daemonEndpoints { get; set; }
    public NodeSystemInfo? @nodeInfo { get; set; }
    public List<ContainerImage>? @images { get; set; }
    public List<string>? @volumesInUse { get; set; }
    public List<AttachedVolume>? @volumesAttached { get; set; }
    public NodeConfigStatus? @config { get; set; }
    public List<NodeRuntimeHandler>? @runtimeHandlers { get; set; }
    public NodeFeatures? @features { get; set; }
    public List<string>? @declaredFeatures { get; set; }
}

internal sealed class DeploymentSpec
{
    public int? @replicas { get; set; }
    public LabelSelector? @selector { get; set; }
    public PodTemplateSpec? @template { get; set; }
    public DeploymentStrategy? @strategy { get; set; }
    public int? @minReadySeconds { get; set; }
    public int? @revisionHistoryLimit { get; set; }
    public bool? @paused { get; set; }
    public int? @progressDeadlineSeconds { get; set; }
}

internal sealed class DeploymentStatus
{
    public long? @observedGeneration { get; set; }
    public int? @replicas { get; set; }
    public int? @updatedReplicas { get; set; }
    public int? @readyReplicas { get; set; }
    public int? @availableReplicas { get; set; }
    public int? @unavailableReplicas { get; set; }
    public int? @terminatingReplicas { get; set; }
    public List<DeploymentCondition>? @conditions { get; set; }
    public int? @collisionCount { get; set; }
}

internal sealed class Endpoint
{
    public List<string>? @addresses { get; set; }
    public EndpointConditions? @conditions { get; set; }
    public string? @hostname { get; set; }
    public ObjectReference? @targetRef { get; set; }
    public Dictionary<string, string>? @deprecatedTopology { get; set; }
    public string? @nodeName { get; set; }
    public string? @zone { get; set; }
    public EndpointHints? @hints { get; set; }
}

internal sealed class EndpointPort
{
    public string? @name { get; set; }
    public string? @protocol { get; set; }
    public int? @port { get; set; }
    public string? @appProtocol { get; set; }
}

internal sealed class OwnerReference
{
    public string? @apiVersion { get; set; }
    public string? @kind { get; set; }
    public string? @name { get; set; }
    public string? @uid { get; set; }
    public bool? @controller { get; set; }
    public bool? @blockOwnerDeletion { get; set; }
}

internal sealed class ManagedFieldsEntry
{
    public string? @manager { get; set; }
    public string? @operation { get; set; }
    public string? @apiVersion { get; set; }
    public DateTime? @time { get; set; }
    public string? @fieldsType { get; set; }
    public System.Text.Json.JsonElement? @fieldsV1 { get; set; }
    public string? @subresource { get; set; }
}

internal sealed class Volume
{
    public string? @name { get; set; }
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

internal sealed class Container
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

internal sealed class EphemeralContainer
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
    public string? @targetContainerName { get; set; }
}

internal sealed class PodSecurityContext
{
    public SELinuxOptions? @seLinuxOptions { get; set; }
    public WindowsSecurityContextOptions? @windowsOptions { get; set; }
    public long? @runAsUser { get; set; }
    public long? @runAsGroup { get; set; }
    public bool? @runAsNonRoot { get; set; }
    public List<long>? @supplementalGroups { get; set; }
    public string? @supplementalGroupsPolicy { get; set; }
    public long? @fsGroup { get; set; }
    public List<Sysctl>? @sysctls { get; set; }
    public string? @fsGroupChangePolicy { get; set; }
    public SeccompProfile? @seccompProfile { get; set; }
    public AppArmorProfile? @appArmorProfile { get; set; }
    public string? @seLinuxChangePolicy { get; set; }
}

internal sealed class LocalObjectReference
{
    public string? @name { get; set; }
}

internal sealed class Affinity
{
    public NodeAffinity? @nodeAffinity { get; set; }
    public PodAffinity? @podAffinity { get; set; }
    public PodAntiAffinity? @podAntiAffinity { get; set; }
}

internal sealed class Toleration
{
    public string? @key { get; set; }
    public string? @operator { get; set; }
    public string? @value { get; set; }
    public string? @effect { get; set; }
    public long? @tolerationSeconds { get; set; }
}

internal sealed class HostAlias
{
    public string? @ip { get; set; }
    public List<string>? @hostnames { get; set; }
}

internal sealed class PodDNSConfig
{
    public List<string>? @nameservers { get; set; }
    public List<string>? @searches { get; set; }
    public List<PodDNSConfigOption>? @options { get; set; }
}

internal sealed class PodReadinessGate
{
    public string? @conditionType { get; set; }
}

internal sealed class TopologySpreadConstraint
{
    public int? @maxSkew { get; set; }
    public string? @topologyKey { get; set; }
    public string? @whenUnsatisfiable { get; set; }
    public LabelSelector? @labelSelector { get; set; }
    public int? @minDomains { get; set; }
    public string? @nodeAffinityPolicy { get; set; }
    public string? @nodeTaintsPolicy { get; set; }
    public List<string>? @matchLabelKeys { get; set; }
}

internal sealed class PodOS
{
    public string? @name { get; set; }
}

internal sealed class PodSchedulingGate
{
    public string? @name { get; set; }
}

internal sealed class PodResourceClaim
{
    public string? @name { get; set; }
    public string? @resourceClaimName { get; set; }
    public string? @resourceClaimTemplateName { get; set; }
}

internal sealed class ResourceRequirements
{
    public Dictionary<string, string>? @limits { get; set; }
    public Dictionary<string, string>? @requests { get; set; }
    public List<ResourceClaim>? @claims { get; set; }
}

internal sealed class PodSchedulingGroup
{
    public string? @podGroupName { get; set; }
}

internal sealed class PodCondition
{
    public string? @type { get; set; }
    public long? @observedGeneration { get; set; }
    public string? @status { get; set; }
    public DateTime? @lastProbeTime { get; set; }
    public DateTime? @lastTransitionTime { get; set; }
    public string? @reason { get; set; }
    public string? @message { get; set; }
}

internal sealed class HostIP
{
    public string? @ip { get; set; }
}

internal sealed class PodIP
{
    public string? @ip { get; set; }
}

internal sealed class ContainerStatus
{
    public string? @name { get; set; }
    public ContainerState? @state { get; set; }
    public ContainerState? @lastState { get; set; }
    public bool? @ready { get; set; }
    public int? @restartCount { get; set; }
    public string? @image { get; set; }
    public string? @imageID { get; set; }
    public string? @containerID { get; set; }
    public bool? @started { get; set; }
    public Dictionary<string, string>? @allocatedResources { get; set; }
    public ResourceRequirements? @resources { get; set; }
    public List<VolumeMountStatus>? @volumeMounts { get; set; }
    public ContainerUser? @user { get; set; }
    public List<ResourceStatus>? @allocatedResourcesStatus { get; set; }
    public string? @stopSignal { get; set; }
}
