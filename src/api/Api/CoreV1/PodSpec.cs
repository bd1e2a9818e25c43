using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>What a pod is to run and under which circumstances. Most fields are fixed once the pod exists.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PodSpec
{
    /// <summary>Directories and devices that the pod's containers may mount, each by its name.</summary>
    [Field(1, ListType = "map", MapKeys = "name", Patch = "merge,retainKeys", MergeKey = "name")]
    public partial ValueList<Volume> Volumes { get; init; }

    /// <summary>
    /// Containers that run one after the other, each to success, before the regular ones start. One with <c>restartPolicy: Always</c> is a
    /// sidecar: it only has to have started, and keeps running beside the others.
    /// </summary>
    [Field(20, ListType = "map", MapKeys = "name", Patch = "merge", MergeKey = "name")]
    public partial ValueList<Container> InitContainers { get; init; }

    /// <summary>The containers of the pod, at least one. They start together after the init containers; the list cannot change later.</summary>
    [Field(2, Always = true, Required = true, ListType = "map", MapKeys = "name", Patch = "merge", MergeKey = "name")]
    public partial ValueList<Container> Containers { get; init; }

    /// <summary>
    /// Containers added to a running pod for debugging, through the <c>ephemeralcontainers</c> subresource only. They are never restarted and
    /// cannot be removed.
    /// </summary>
    [Field(34, ListType = "map", MapKeys = "name", Patch = "merge", MergeKey = "name")]
    public partial ValueList<EphemeralContainer> EphemeralContainers { get; init; }

    /// <summary>
    /// When containers that ended are started again: <c>Always</c> (the default), <c>OnFailure</c> or <c>Never</c>. Restarts are delayed by 10
    /// s at first and twice as long each time, up to 5 minutes. A container may have its own policy.
    /// </summary>
    [Field(3)]
    public partial string RestartPolicy { get; init; }

    /// <summary>Seconds between the request to stop (preStop hook, then the stop signal) and the kill. 30 by default; 0 kills at once.</summary>
    [Field(4)]
    public partial long? TerminationGracePeriodSeconds { get; init; }

    /// <summary>
    /// Seconds, counted from the pod's start, after which it is stopped and marked Failed with reason DeadlineExceeded. Must be positive; no
    /// limit when unset.
    /// </summary>
    [Field(5)]
    public partial long? ActiveDeadlineSeconds { get; init; }

    /// <summary>
    /// How the containers' resolv.conf is made: <c>ClusterFirst</c> (the default: the cluster's DNS), <c>ClusterFirstWithHostNet</c> (the same
    /// for pods with hostNetwork), <c>Default</c> (the node's) or <c>None</c> (only dnsConfig).
    /// </summary>
    [Field(6)]
    public partial string DnsPolicy { get; init; }

    /// <summary>Labels that the node must have, all of them, for the pod to be placed there.</summary>
    [Field(7, ListType = "atomic")]
    public partial ValueMap<string> NodeSelector { get; init; }

    /// <summary>The ServiceAccount whose identity the pod has towards the API server; <c>default</c> when unset.</summary>
    [Field(8)]
    public partial string ServiceAccountName { get; init; }

    /// <summary>The older name of serviceAccountName; kept equal to it.</summary>
    [Field(9)]
    public partial string ServiceAccount { get; init; }

    /// <summary>
    /// Whether a token of the service account is mounted in every container. Overrides the same field of the ServiceAccount; true when neither
    /// says otherwise.
    /// </summary>
    [Field(21)]
    public partial bool? AutomountServiceAccountToken { get; init; }

    /// <summary>The node that runs the pod. The scheduler sets it; a pod made with it is never scheduled.</summary>
    [Field(10)]
    public partial string NodeName { get; init; }

    /// <summary>Whether the pod uses the node's network instead of its own. Container ports are then host ports. False by default.</summary>
    [Field(11)]
    public partial bool HostNetwork { get; init; }

    /// <summary>Whether the containers see the node's processes. False by default.</summary>
    [Field(12)]
    public partial bool HostPID { get; init; }

    /// <summary>Whether the containers share the node's System V IPC and POSIX queues. False by default.</summary>
    [Field(13)]
    public partial bool HostIPC { get; init; }

    /// <summary>Whether the pod's containers see each other's processes. The pause process then has id 1. Excludes hostPID.</summary>
    [Field(27)]
    public partial bool? ShareProcessNamespace { get; init; }

    /// <summary>User, groups, SELinux, seccomp and sysctls for the whole pod. Where a container has the same setting, the container's wins.</summary>
    [Field(14)]
    public partial PodSecurityContext? SecurityContext { get; init; }

    /// <summary>
    /// Secrets of type dockerconfigjson or dockercfg, in the pod's namespace, with credentials for pulling its images. Those of the service
    /// account are added when the list is empty.
    /// </summary>
    [Field(15, ListType = "map", MapKeys = "name", Patch = "merge", MergeKey = "name")]
    public partial ValueList<LocalObjectReference> ImagePullSecrets { get; init; }

    /// <summary>The host name inside the pod; the pod's name when unset. A DNS label.</summary>
    [Field(16)]
    public partial string Hostname { get; init; }

    /// <summary>With a headless Service of this name, the pod's DNS name becomes hostname.subdomain.namespace.svc.zone.</summary>
    [Field(17)]
    public partial string Subdomain { get; init; }

    /// <summary>Rules that draw the pod to or keep it from nodes, by node labels or by the pods already there.</summary>
    [Field(18)]
    public partial Affinity? Affinity { get; init; }

    /// <summary>The scheduler that places the pod; <c>default-scheduler</c> when unset.</summary>
    [Field(19)]
    public partial string SchedulerName { get; init; }

    /// <summary>The node taints that this pod puts up with. Two are added to every pod: not-ready and unreachable for 300 s.</summary>
    [Field(22, ListType = "atomic")]
    public partial ValueList<Toleration> Tolerations { get; init; }

    /// <summary>Lines added to /etc/hosts of every container. Not for pods with hostNetwork.</summary>
    [Field(23, ListType = "map", MapKeys = "ip", Patch = "merge", MergeKey = "ip")]
    public partial ValueList<HostAlias> HostAliases { get; init; }

    /// <summary>
    /// The PriorityClass that gives the pod's priority. <c>system-node-critical</c> and <c>system-cluster-critical</c> are the highest; when
    /// unset, the class marked as the default counts.
    /// </summary>
    [Field(24)]
    public partial string PriorityClassName { get; init; }

    /// <summary>The priority as a number, higher first. Filled in from priorityClassName at admission.</summary>
    [Field(25)]
    public partial int? Priority { get; init; }

    /// <summary>Name servers, search domains and options, merged with what dnsPolicy gives.</summary>
    [Field(26)]
    public partial PodDNSConfig? DnsConfig { get; init; }

    /// <summary>Conditions, set by someone outside, that must be True besides the containers' readiness for the pod to be Ready.</summary>
    [Field(28, ListType = "atomic")]
    public partial ValueList<PodReadinessGate> ReadinessGates { get; init; }

    /// <summary>
    /// The RuntimeClass, and so the runtime's handler, that runs the pod. The node's default when unset. The pod is refused where the class
    /// does not exist.
    /// </summary>
    [Field(29)]
    public partial string? RuntimeClassName { get; init; }

    /// <summary>Whether the containers get variables in the style of Docker links for each Service of the namespace. True by default.</summary>
    [Field(30)]
    public partial bool? EnableServiceLinks { get; init; }

    /// <summary>
    /// <c>PreemptLowerPriority</c> (the default) or <c>Never</c>: whether the scheduler may evict pods of lower priority to make room for this
    /// one.
    /// </summary>
    [Field(31)]
    public partial string? PreemptionPolicy { get; init; }

    /// <summary>
    /// Resources that the pod needs beyond its containers' requests. Filled in from the RuntimeClass; counted by scheduler, quota and cgroups.
    /// </summary>
    [Field(32)]
    public partial ValueMap<Quantity> Overhead { get; init; }

    /// <summary>How evenly the matching pods are spread over zones, nodes or other domains. All constraints must be met.</summary>
    [Field(33, ListType = "map", MapKeys = "topologyKey,whenUnsatisfiable", Patch = "merge", MergeKey = "topologyKey")]
    public partial ValueList<TopologySpreadConstraint> TopologySpreadConstraints { get; init; }

    /// <summary>
    /// Whether the kernel's host name is the full DNS name instead of its first label. False by default; the pod fails to start where the name
    /// exceeds 64 characters.
    /// </summary>
    [Field(35)]
    public partial bool? SetHostnameAsFQDN { get; init; }

    /// <summary>The operating system that the containers are made for. Fields of the other system must then be unset.</summary>
    [Field(36)]
    public partial PodOS? Os { get; init; }

    /// <summary>
    /// Whether the pod stays in the node's user namespace. True by default; with false, root inside is an unprivileged user outside. Needs
    /// support by kernel and runtime.
    /// </summary>
    [Field(37)]
    public partial bool? HostUsers { get; init; }

    /// <summary>
    /// While any gate is listed, the scheduler leaves the pod alone (phase Pending, reason SchedulingGated). Gates can only be removed once the
    /// pod exists.
    /// </summary>
    [Field(38, ListType = "map", MapKeys = "name", Patch = "merge", MergeKey = "name")]
    public partial ValueList<PodSchedulingGate> SchedulingGates { get; init; }

    /// <summary>The dynamic resource claims that must be allocated and reserved before the pod may start; containers refer to them by name.</summary>
    [Field(39, ListType = "map", MapKeys = "name", Patch = "merge,retainKeys", MergeKey = "name")]
    public partial ValueList<PodResourceClaim> ResourceClaims { get; init; }

    /// <summary>Requests and limits for the whole pod: cpu, memory and hugepages. Containers share what is not theirs alone.</summary>
    [Field(40)]
    public partial ResourceRequirements? Resources { get; init; }

    /// <summary>
    /// A host name taken as it is, up to 64 characters, in place of hostname and subdomain. Excludes setHostnameAsFQDN and hostNetwork.
    /// </summary>
    [Field(41)]
    public partial string? HostnameOverride { get; init; }

    /// <summary>The group of pods with which this one is scheduled, all or none.</summary>
    [Field(43)]
    public partial PodSchedulingGroup? SchedulingGroup { get; init; }
}

/// <summary>A line of /etc/hosts.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record HostAlias
{
    /// <summary>The address.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Ip { get; init; }

    /// <summary>The names for it.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<string> Hostnames { get; init; }
}

/// <summary>Additions to resolv.conf.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PodDNSConfig
{
    /// <summary>Addresses put after those of dnsPolicy; at most 3 in all.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<string> Nameservers { get; init; }

    /// <summary>Domains put after those of dnsPolicy; at most 32 in all.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<string> Searches { get; init; }

    /// <summary>Resolver options; one given here replaces dnsPolicy's of the same name.</summary>
    [Field(3, ListType = "atomic")]
    public partial ValueList<PodDNSConfigOption> Options { get; init; }
}

/// <summary>A resolver option.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PodDNSConfigOption
{
    /// <summary>The option's name, such as <c>ndots</c>.</summary>
    [Field(1)]
    public partial string Name { get; init; }

    /// <summary>The option's value.</summary>
    [Field(2)]
    public partial string? Value { get; init; }
}

/// <summary>An operating system.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PodOS
{
    /// <summary><c>linux</c> or <c>windows</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }
}

/// <summary>A condition that readiness waits for.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PodReadinessGate
{
    /// <summary>The type of a condition in the pod's status.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string ConditionType { get; init; }
}

/// <summary>A claim for dynamic resources that the pod uses. One of the two sources is set.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PodResourceClaim
{
    /// <summary>The name by which containers refer to it.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>An existing ResourceClaim in the pod's namespace, which pods may share.</summary>
    [Field(3)]
    public partial string? ResourceClaimName { get; init; }

    /// <summary>A ResourceClaimTemplate from which a claim is made for this pod alone, and deleted with it.</summary>
    [Field(4)]
    public partial string? ResourceClaimTemplateName { get; init; }
}

/// <summary>A reason not to schedule a pod yet.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PodSchedulingGate
{
    /// <summary>The gate's name, unique in the pod.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }
}

/// <summary>The group that a pod is scheduled with.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PodSchedulingGroup
{
    /// <summary>The PodGroup in the pod's namespace.</summary>
    [Field(1)]
    public partial string? PodGroupName { get; init; }
}
