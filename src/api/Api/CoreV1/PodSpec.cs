using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record PodSpec
{
    [Field(1, ListType = "map", MapKeys = "name", Patch = "merge,retainKeys", MergeKey = "name")]
    public partial ValueList<Volume> Volumes { get; init; }

    [Field(20, ListType = "map", MapKeys = "name", Patch = "merge", MergeKey = "name")]
    public partial ValueList<Container> InitContainers { get; init; }

    [Field(2, Always = true, Required = true, ListType = "map", MapKeys = "name", Patch = "merge", MergeKey = "name")]
    public partial ValueList<Container> Containers { get; init; }

    [Field(34, ListType = "map", MapKeys = "name", Patch = "merge", MergeKey = "name")]
    public partial ValueList<EphemeralContainer> EphemeralContainers { get; init; }

    [Field(3)]
    public partial string RestartPolicy { get; init; }

    [Field(4)]
    public partial long? TerminationGracePeriodSeconds { get; init; }

    [Field(5)]
    public partial long? ActiveDeadlineSeconds { get; init; }

    [Field(6)]
    public partial string DnsPolicy { get; init; }

    [Field(7, ListType = "atomic")]
    public partial ValueMap<string> NodeSelector { get; init; }

    [Field(8)]
    public partial string ServiceAccountName { get; init; }

    [Field(9)]
    public partial string ServiceAccount { get; init; }

    [Field(21)]
    public partial bool? AutomountServiceAccountToken { get; init; }

    [Field(10)]
    public partial string NodeName { get; init; }

    [Field(11)]
    public partial bool HostNetwork { get; init; }

    [Field(12)]
    public partial bool HostPID { get; init; }

    [Field(13)]
    public partial bool HostIPC { get; init; }

    [Field(27)]
    public partial bool? ShareProcessNamespace { get; init; }

    [Field(14)]
    public partial PodSecurityContext? SecurityContext { get; init; }

    [Field(15, ListType = "map", MapKeys = "name", Patch = "merge", MergeKey = "name")]
    public partial ValueList<LocalObjectReference> ImagePullSecrets { get; init; }

    [Field(16)]
    public partial string Hostname { get; init; }

    [Field(17)]
    public partial string Subdomain { get; init; }

    [Field(18)]
    public partial Affinity? Affinity { get; init; }

    [Field(19)]
    public partial string SchedulerName { get; init; }

    [Field(22, ListType = "atomic")]
    public partial ValueList<Toleration> Tolerations { get; init; }

    [Field(23, ListType = "map", MapKeys = "ip", Patch = "merge", MergeKey = "ip")]
    public partial ValueList<HostAlias> HostAliases { get; init; }

    [Field(24)]
    public partial string PriorityClassName { get; init; }

    [Field(25)]
    public partial int? Priority { get; init; }

    [Field(26)]
    public partial PodDNSConfig? DnsConfig { get; init; }

    [Field(28, ListType = "atomic")]
    public partial ValueList<PodReadinessGate> ReadinessGates { get; init; }

    [Field(29)]
    public partial string? RuntimeClassName { get; init; }

    [Field(30)]
    public partial bool? EnableServiceLinks { get; init; }

    [Field(31)]
    public partial string? PreemptionPolicy { get; init; }

    [Field(32)]
    public partial ValueMap<Quantity> Overhead { get; init; }

    [Field(33, ListType = "map", MapKeys = "topologyKey,whenUnsatisfiable", Patch = "merge", MergeKey = "topologyKey")]
    public partial ValueList<TopologySpreadConstraint> TopologySpreadConstraints { get; init; }

    [Field(35)]
    public partial bool? SetHostnameAsFQDN { get; init; }

    [Field(36)]
    public partial PodOS? Os { get; init; }

    [Field(37)]
    public partial bool? HostUsers { get; init; }

    [Field(38, ListType = "map", MapKeys = "name", Patch = "merge", MergeKey = "name")]
    public partial ValueList<PodSchedulingGate> SchedulingGates { get; init; }

    [Field(39, ListType = "map", MapKeys = "name", Patch = "merge,retainKeys", MergeKey = "name")]
    public partial ValueList<PodResourceClaim> ResourceClaims { get; init; }

    [Field(40)]
    public partial ResourceRequirements? Resources { get; init; }

    [Field(41)]
    public partial string? HostnameOverride { get; init; }

    [Field(43)]
    public partial PodSchedulingGroup? SchedulingGroup { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record Affinity
{
    [Field(1)]
    public partial NodeAffinity? NodeAffinity { get; init; }

    [Field(2)]
    public partial PodAffinity? PodAffinity { get; init; }

    [Field(3)]
    public partial PodAntiAffinity? PodAntiAffinity { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record AzureFileVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string SecretName { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string ShareName { get; init; }

    [Field(3)]
    public partial bool ReadOnly { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record CSIVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Driver { get; init; }

    [Field(2)]
    public partial bool? ReadOnly { get; init; }

    [Field(3)]
    public partial string? FsType { get; init; }

    [Field(4)]
    public partial ValueMap<string> VolumeAttributes { get; init; }

    [Field(5)]
    public partial LocalObjectReference? NodePublishSecretRef { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record CephFSVolumeSource
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
    public partial LocalObjectReference? SecretRef { get; init; }

    [Field(6)]
    public partial bool ReadOnly { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record CinderVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string VolumeID { get; init; }

    [Field(2)]
    public partial string FsType { get; init; }

    [Field(3)]
    public partial bool ReadOnly { get; init; }

    [Field(4)]
    public partial LocalObjectReference? SecretRef { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ClusterTrustBundleProjection
{
    [Field(1)]
    public partial string? Name { get; init; }

    [Field(2)]
    public partial string? SignerName { get; init; }

    [Field(3)]
    public partial LabelSelector? LabelSelector { get; init; }

    [Field(5)]
    public partial bool? Optional { get; init; }

    [Field(4, Always = true, Required = true, Default = "\"\"")]
    public partial string Path { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ConfigMapProjection
{
    [Field(1, Inline = true)]
    public partial LocalObjectReference LocalObjectReference { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<KeyToPath> Items { get; init; }

    [Field(4)]
    public partial bool? Optional { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ConfigMapVolumeSource
{
    [Field(1, Inline = true)]
    public partial LocalObjectReference LocalObjectReference { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<KeyToPath> Items { get; init; }

    [Field(3)]
    public partial int? DefaultMode { get; init; }

    [Field(4)]
    public partial bool? Optional { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record Container
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2)]
    public partial string Image { get; init; }

    [Field(3, ListType = "atomic")]
    public partial ValueList<string> Command { get; init; }

    [Field(4, ListType = "atomic")]
    public partial ValueList<string> Args { get; init; }

    [Field(5)]
    public partial string WorkingDir { get; init; }

    [Field(6, ListType = "map", MapKeys = "containerPort,protocol", Patch = "merge", MergeKey = "containerPort")]
    public partial ValueList<ContainerPort> Ports { get; init; }

    [Field(19, ListType = "atomic")]
    public partial ValueList<EnvFromSource> EnvFrom { get; init; }

    [Field(7, ListType = "map", MapKeys = "name", Patch = "merge", MergeKey = "name")]
    public partial ValueList<EnvVar> Env { get; init; }

    [Field(8, Always = true, Default = "{}")]
    public partial ResourceRequirements Resources { get; init; }

    [Field(23, ListType = "atomic")]
    public partial ValueList<ContainerResizePolicy> ResizePolicy { get; init; }

    [Field(24)]
    public partial string? RestartPolicy { get; init; }

    [Field(25, ListType = "atomic")]
    public partial ValueList<ContainerRestartRule> RestartPolicyRules { get; init; }

    [Field(9, ListType = "map", MapKeys = "mountPath", Patch = "merge", MergeKey = "mountPath")]
    public partial ValueList<VolumeMount> VolumeMounts { get; init; }

    [Field(21, ListType = "map", MapKeys = "devicePath", Patch = "merge", MergeKey = "devicePath")]
    public partial ValueList<VolumeDevice> VolumeDevices { get; init; }

    [Field(10)]
    public partial Probe? LivenessProbe { get; init; }

    [Field(11)]
    public partial Probe? ReadinessProbe { get; init; }

    [Field(22)]
    public partial Probe? StartupProbe { get; init; }

    [Field(12)]
    public partial Lifecycle? Lifecycle { get; init; }

    [Field(13)]
    public partial string TerminationMessagePath { get; init; }

    [Field(20)]
    public partial string TerminationMessagePolicy { get; init; }

    [Field(14)]
    public partial string ImagePullPolicy { get; init; }

    [Field(15)]
    public partial SecurityContext? SecurityContext { get; init; }

    [Field(16)]
    public partial bool Stdin { get; init; }

    [Field(17)]
    public partial bool StdinOnce { get; init; }

    [Field(18)]
    public partial bool Tty { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record DownwardAPIProjection
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<DownwardAPIVolumeFile> Items { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record DownwardAPIVolumeSource
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<DownwardAPIVolumeFile> Items { get; init; }

    [Field(2)]
    public partial int? DefaultMode { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record EmptyDirVolumeSource
{
    [Field(1)]
    public partial string Medium { get; init; }

    [Field(2)]
    public partial Quantity? SizeLimit { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record EphemeralContainer
{
    [Field(1, Inline = true)]
    public partial EphemeralContainerCommon EphemeralContainerCommon { get; init; }

    [Field(2)]
    public partial string TargetContainerName { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record EphemeralContainerCommon
{
    [Field(1, Always = true)]
    public partial string Name { get; init; }

    [Field(2)]
    public partial string Image { get; init; }

    [Field(3)]
    public partial ValueList<string> Command { get; init; }

    [Field(4)]
    public partial ValueList<string> Args { get; init; }

    [Field(5)]
    public partial string WorkingDir { get; init; }

    [Field(6)]
    public partial ValueList<ContainerPort> Ports { get; init; }

    [Field(19)]
    public partial ValueList<EnvFromSource> EnvFrom { get; init; }

    [Field(7)]
    public partial ValueList<EnvVar> Env { get; init; }

    [Field(8, Always = true)]
    public partial ResourceRequirements Resources { get; init; }

    [Field(23)]
    public partial ValueList<ContainerResizePolicy> ResizePolicy { get; init; }

    [Field(24)]
    public partial string? RestartPolicy { get; init; }

    [Field(25)]
    public partial ValueList<ContainerRestartRule> RestartPolicyRules { get; init; }

    [Field(9)]
    public partial ValueList<VolumeMount> VolumeMounts { get; init; }

    [Field(21)]
    public partial ValueList<VolumeDevice> VolumeDevices { get; init; }

    [Field(10)]
    public partial Probe? LivenessProbe { get; init; }

    [Field(11)]
    public partial Probe? ReadinessProbe { get; init; }

    [Field(22)]
    public partial Probe? StartupProbe { get; init; }

    [Field(12)]
    public partial Lifecycle? Lifecycle { get; init; }

    [Field(13)]
    public partial string TerminationMessagePath { get; init; }

    [Field(20)]
    public partial string TerminationMessagePolicy { get; init; }

    [Field(14)]
    public partial string ImagePullPolicy { get; init; }

    [Field(15)]
    public partial SecurityContext? SecurityContext { get; init; }

    [Field(16)]
    public partial bool Stdin { get; init; }

    [Field(17)]
    public partial bool StdinOnce { get; init; }

    [Field(18)]
    public partial bool Tty { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record EphemeralVolumeSource
{
    [Field(1)]
    public partial PersistentVolumeClaimTemplate? VolumeClaimTemplate { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record FlexVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Driver { get; init; }

    [Field(2)]
    public partial string FsType { get; init; }

    [Field(3)]
    public partial LocalObjectReference? SecretRef { get; init; }

    [Field(4)]
    public partial bool ReadOnly { get; init; }

    [Field(5)]
    public partial ValueMap<string> Options { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record GitRepoVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Repository { get; init; }

    [Field(2)]
    public partial string Revision { get; init; }

    [Field(3)]
    public partial string Directory { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record GlusterfsVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Endpoints { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Path { get; init; }

    [Field(3)]
    public partial bool ReadOnly { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record HostAlias
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Ip { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<string> Hostnames { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ISCSIVolumeSource
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
    public partial LocalObjectReference? SecretRef { get; init; }

    [Field(12)]
    public partial string? InitiatorName { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ImageVolumeSource
{
    [Field(1)]
    public partial string Reference { get; init; }

    [Field(2)]
    public partial string PullPolicy { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record NodeAffinity
{
    [Field(1)]
    public partial NodeSelector? RequiredDuringSchedulingIgnoredDuringExecution { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<PreferredSchedulingTerm> PreferredDuringSchedulingIgnoredDuringExecution { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PersistentVolumeClaimTemplate
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial PersistentVolumeClaimSpec Spec { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PersistentVolumeClaimVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string ClaimName { get; init; }

    [Field(2)]
    public partial bool ReadOnly { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PodAffinity
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<PodAffinityTerm> RequiredDuringSchedulingIgnoredDuringExecution { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<WeightedPodAffinityTerm> PreferredDuringSchedulingIgnoredDuringExecution { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PodAntiAffinity
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<PodAffinityTerm> RequiredDuringSchedulingIgnoredDuringExecution { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<WeightedPodAffinityTerm> PreferredDuringSchedulingIgnoredDuringExecution { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PodCertificateProjection
{
    [Field(1, Required = true)]
    public partial string SignerName { get; init; }

    [Field(2, Required = true)]
    public partial string KeyType { get; init; }

    [Field(3)]
    public partial int? MaxExpirationSeconds { get; init; }

    [Field(4)]
    public partial string CredentialBundlePath { get; init; }

    [Field(5)]
    public partial string KeyPath { get; init; }

    [Field(6)]
    public partial string CertificateChainPath { get; init; }

    [Field(7)]
    public partial ValueMap<string> UserAnnotations { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PodDNSConfig
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<string> Nameservers { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<string> Searches { get; init; }

    [Field(3, ListType = "atomic")]
    public partial ValueList<PodDNSConfigOption> Options { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PodDNSConfigOption
{
    [Field(1)]
    public partial string Name { get; init; }

    [Field(2)]
    public partial string? Value { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PodOS
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PodReadinessGate
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string ConditionType { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PodResourceClaim
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(3)]
    public partial string? ResourceClaimName { get; init; }

    [Field(4)]
    public partial string? ResourceClaimTemplateName { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PodSchedulingGate
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PodSchedulingGroup
{
    [Field(1)]
    public partial string? PodGroupName { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PodSecurityContext
{
    [Field(1)]
    public partial SELinuxOptions? SeLinuxOptions { get; init; }

    [Field(8)]
    public partial WindowsSecurityContextOptions? WindowsOptions { get; init; }

    [Field(2)]
    public partial long? RunAsUser { get; init; }

    [Field(6)]
    public partial long? RunAsGroup { get; init; }

    [Field(3)]
    public partial bool? RunAsNonRoot { get; init; }

    [Field(4, ListType = "atomic")]
    public partial ValueList<long> SupplementalGroups { get; init; }

    [Field(12)]
    public partial string? SupplementalGroupsPolicy { get; init; }

    [Field(5)]
    public partial long? FsGroup { get; init; }

    [Field(7, ListType = "atomic")]
    public partial ValueList<Sysctl> Sysctls { get; init; }

    [Field(9)]
    public partial string? FsGroupChangePolicy { get; init; }

    [Field(10)]
    public partial SeccompProfile? SeccompProfile { get; init; }

    [Field(11)]
    public partial AppArmorProfile? AppArmorProfile { get; init; }

    [Field(13)]
    public partial string? SeLinuxChangePolicy { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PreferredSchedulingTerm
{
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial int Weight { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial NodeSelectorTerm Preference { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ProjectedVolumeSource
{
    [Field(1, Always = true, ListType = "atomic")]
    public partial ValueList<VolumeProjection> Sources { get; init; }

    [Field(2)]
    public partial int? DefaultMode { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record RBDVolumeSource
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
    public partial LocalObjectReference? SecretRef { get; init; }

    [Field(8)]
    public partial bool ReadOnly { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ScaleIOVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Gateway { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string System { get; init; }

    [Field(3, Always = true, Required = true)]
    public partial LocalObjectReference? SecretRef { get; init; }

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
public sealed partial record SecretProjection
{
    [Field(1, Inline = true)]
    public partial LocalObjectReference LocalObjectReference { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<KeyToPath> Items { get; init; }

    [Field(4)]
    public partial bool? Optional { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record SecretVolumeSource
{
    [Field(1)]
    public partial string SecretName { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<KeyToPath> Items { get; init; }

    [Field(3)]
    public partial int? DefaultMode { get; init; }

    [Field(4)]
    public partial bool? Optional { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ServiceAccountTokenProjection
{
    [Field(1)]
    public partial string Audience { get; init; }

    [Field(2)]
    public partial long? ExpirationSeconds { get; init; }

    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Path { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record StorageOSVolumeSource
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
    public partial LocalObjectReference? SecretRef { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record Sysctl
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Value { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record TopologySpreadConstraint
{
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial int MaxSkew { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string TopologyKey { get; init; }

    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string WhenUnsatisfiable { get; init; }

    [Field(4)]
    public partial LabelSelector? LabelSelector { get; init; }

    [Field(5)]
    public partial int? MinDomains { get; init; }

    [Field(6)]
    public partial string? NodeAffinityPolicy { get; init; }

    [Field(7)]
    public partial string? NodeTaintsPolicy { get; init; }

    [Field(8, ListType = "atomic")]
    public partial ValueList<string> MatchLabelKeys { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record Volume
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2, Inline = true)]
    public partial VolumeSource VolumeSource { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record VolumeProjection
{
    [Field(1)]
    public partial SecretProjection? Secret { get; init; }

    [Field(2)]
    public partial DownwardAPIProjection? DownwardAPI { get; init; }

    [Field(3)]
    public partial ConfigMapProjection? ConfigMap { get; init; }

    [Field(4)]
    public partial ServiceAccountTokenProjection? ServiceAccountToken { get; init; }

    [Field(5)]
    public partial ClusterTrustBundleProjection? ClusterTrustBundle { get; init; }

    [Field(6)]
    public partial PodCertificateProjection? PodCertificate { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record VolumeSource
{
    [Field(1)]
    public partial HostPathVolumeSource? HostPath { get; init; }

    [Field(2)]
    public partial EmptyDirVolumeSource? EmptyDir { get; init; }

    [Field(3)]
    public partial GCEPersistentDiskVolumeSource? GcePersistentDisk { get; init; }

    [Field(4)]
    public partial AWSElasticBlockStoreVolumeSource? AwsElasticBlockStore { get; init; }

    [Field(5)]
    public partial GitRepoVolumeSource? GitRepo { get; init; }

    [Field(6)]
    public partial SecretVolumeSource? Secret { get; init; }

    [Field(7)]
    public partial NFSVolumeSource? Nfs { get; init; }

    [Field(8)]
    public partial ISCSIVolumeSource? Iscsi { get; init; }

    [Field(9)]
    public partial GlusterfsVolumeSource? Glusterfs { get; init; }

    [Field(10)]
    public partial PersistentVolumeClaimVolumeSource? PersistentVolumeClaim { get; init; }

    [Field(11)]
    public partial RBDVolumeSource? Rbd { get; init; }

    [Field(12)]
    public partial FlexVolumeSource? FlexVolume { get; init; }

    [Field(13)]
    public partial CinderVolumeSource? Cinder { get; init; }

    [Field(14)]
    public partial CephFSVolumeSource? Cephfs { get; init; }

    [Field(15)]
    public partial FlockerVolumeSource? Flocker { get; init; }

    [Field(16)]
    public partial DownwardAPIVolumeSource? DownwardAPI { get; init; }

    [Field(17)]
    public partial FCVolumeSource? Fc { get; init; }

    [Field(18)]
    public partial AzureFileVolumeSource? AzureFile { get; init; }

    [Field(19)]
    public partial ConfigMapVolumeSource? ConfigMap { get; init; }

    [Field(20)]
    public partial VsphereVirtualDiskVolumeSource? VsphereVolume { get; init; }

    [Field(21)]
    public partial QuobyteVolumeSource? Quobyte { get; init; }

    [Field(22)]
    public partial AzureDiskVolumeSource? AzureDisk { get; init; }

    [Field(23)]
    public partial PhotonPersistentDiskVolumeSource? PhotonPersistentDisk { get; init; }

    [Field(26)]
    public partial ProjectedVolumeSource? Projected { get; init; }

    [Field(24)]
    public partial PortworxVolumeSource? PortworxVolume { get; init; }

    [Field(25)]
    public partial ScaleIOVolumeSource? ScaleIO { get; init; }

    [Field(27)]
    public partial StorageOSVolumeSource? Storageos { get; init; }

    [Field(28)]
    public partial CSIVolumeSource? Csi { get; init; }

    [Field(29)]
    public partial EphemeralVolumeSource? Ephemeral { get; init; }

    [Field(30)]
    public partial ImageVolumeSource? Image { get; init; }
}
