using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>One program of a pod: its image, command, environment, resources, mounts and probes.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record Container
{
    /// <summary>The container's name, a DNS label, unique among the pod's containers of every sort.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>The image to run, as a registry reference. May be empty in templates that something else completes.</summary>
    [Field(2)]
    public partial string Image { get; init; }

    /// <summary>
    /// The program, in place of the image's entry point; not run by a shell. <c>$(NAME)</c> is replaced by a variable of the environment,
    /// <c>$$(NAME)</c> stays as <c>$(NAME)</c>.
    /// </summary>
    [Field(3, ListType = "atomic")]
    public partial ValueList<string> Command { get; init; }

    /// <summary>The arguments, in place of the image's command. Replaced as in command.</summary>
    [Field(4, ListType = "atomic")]
    public partial ValueList<string> Args { get; init; }

    /// <summary>The directory to start in; the image's when unset.</summary>
    [Field(5)]
    public partial string WorkingDir { get; init; }

    /// <summary>
    /// The ports that the container listens on. For information, except that hostPort is opened on the node and names can be used by Services
    /// and probes.
    /// </summary>
    [Field(6, ListType = "map", MapKeys = "containerPort,protocol", Patch = "merge", MergeKey = "containerPort")]
    public partial ValueList<ContainerPort> Ports { get; init; }

    /// <summary>Sources whose every key becomes a variable. Later sources win over earlier ones, env wins over all.</summary>
    [Field(19, ListType = "atomic")]
    public partial ValueList<EnvFromSource> EnvFrom { get; init; }

    /// <summary>Variables of the environment, in order: a value may refer to an earlier one as <c>$(NAME)</c>.</summary>
    [Field(7, ListType = "map", MapKeys = "name", Patch = "merge", MergeKey = "name")]
    public partial ValueList<EnvVar> Env { get; init; }

    /// <summary>What the container is given at least (requests) and at most (limits).</summary>
    [Field(8, Always = true, Default = "{}")]
    public partial ResourceRequirements Resources { get; init; }

    /// <summary>For each resource, whether the container must be restarted when that resource of a running pod is changed.</summary>
    [Field(23, ListType = "atomic")]
    public partial ValueList<ContainerResizePolicy> ResizePolicy { get; init; }

    /// <summary>The container's own restart policy. On an init container, <c>Always</c> makes it a sidecar.</summary>
    [Field(24)]
    public partial string? RestartPolicy { get; init; }

    /// <summary>Rules by exit code that decide on a restart before restartPolicy does. At most 20; need restartPolicy to be set.</summary>
    [Field(25, ListType = "atomic")]
    public partial ValueList<ContainerRestartRule> RestartPolicyRules { get; init; }

    /// <summary>Where the pod's volumes appear in the container's file system.</summary>
    [Field(9, ListType = "map", MapKeys = "mountPath", Patch = "merge", MergeKey = "mountPath")]
    public partial ValueList<VolumeMount> VolumeMounts { get; init; }

    /// <summary>Raw block devices of claims that appear in the container.</summary>
    [Field(21, ListType = "map", MapKeys = "devicePath", Patch = "merge", MergeKey = "devicePath")]
    public partial ValueList<VolumeDevice> VolumeDevices { get; init; }

    /// <summary>A check whose failure gets the container killed and restarted as its policy says.</summary>
    [Field(10)]
    public partial Probe? LivenessProbe { get; init; }

    /// <summary>A check that decides whether the pod receives traffic from Services. Failure restarts nothing.</summary>
    [Field(11)]
    public partial Probe? ReadinessProbe { get; init; }

    /// <summary>A check that must succeed once before the other two begin; its failure kills the container. For slow starters.</summary>
    [Field(22)]
    public partial Probe? StartupProbe { get; init; }

    /// <summary>What to do right after start and right before stop.</summary>
    [Field(12)]
    public partial Lifecycle? Lifecycle { get; init; }

    /// <summary>The file whose content becomes the container's last message, at most 4096 bytes. <c>/dev/termination-log</c> by default.</summary>
    [Field(13)]
    public partial string TerminationMessagePath { get; init; }

    /// <summary><c>File</c> (the default), or <c>FallbackToLogsOnError</c>: the log's end where the container failed and the file is empty.</summary>
    [Field(20)]
    public partial string TerminationMessagePolicy { get; init; }

    /// <summary>
    /// <c>Always</c>, <c>IfNotPresent</c> or <c>Never</c>. By default Always for the tag <c>latest</c> or none, otherwise IfNotPresent.
    /// </summary>
    [Field(14)]
    public partial string ImagePullPolicy { get; init; }

    /// <summary>Privileges of this container; they win over the pod's.</summary>
    [Field(15)]
    public partial SecurityContext? SecurityContext { get; init; }

    /// <summary>Whether a buffer for standard input is kept open, for attach. False by default.</summary>
    [Field(16)]
    public partial bool Stdin { get; init; }

    /// <summary>Whether standard input is closed after the first client that attached leaves. False by default.</summary>
    [Field(17)]
    public partial bool StdinOnce { get; init; }

    /// <summary>Whether the container gets a terminal; needs stdin. False by default.</summary>
    [Field(18)]
    public partial bool Tty { get; init; }
}

/// <summary>A container added to a running pod for debugging. It has no ports, probes or resources of its own and is never restarted.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record EphemeralContainer
{
    /// <summary>The fields that it shares with other containers.</summary>
    [Field(1, Inline = true)]
    public partial EphemeralContainerCommon EphemeralContainerCommon { get; init; }

    /// <summary>The container whose process namespace it enters; its own when unset. The runtime must support it.</summary>
    [Field(2)]
    public partial string TargetContainerName { get; init; }
}

/// <summary>The fields of a container, of which ephemeral containers may use those that need no resources and no lifecycle.</summary>
/// <inheritdoc cref="Container"/>
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
