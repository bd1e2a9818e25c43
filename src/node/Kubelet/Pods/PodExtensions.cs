using Cybernetes.Api.CoreV1;

namespace Cybernetes.Kubelet.Pods;

/// <summary>Questions the kubelet asks of pods and containers in many places.</summary>
internal static class PodExtensions
{
    public const string ConfigSource = "kubernetes.io/config.source";
    public const string ConfigMirror = "kubernetes.io/config.mirror";
    public const string ConfigHash = "kubernetes.io/config.hash";
    public const string ConfigSeen = "kubernetes.io/config.seen";

    extension(Pod pod)
    {
        /// <summary>"name_namespace(uid)", as upstream prints a pod.</summary>
        public string Display => $"{pod.Metadata.Name}_{pod.Metadata.Namespace}({pod.Metadata.Uid})";

        public string FullName => $"{pod.Metadata.Namespace}/{pod.Metadata.Name}";

        public bool IsStatic => pod.Metadata.Annotations.GetValueOrDefault(ConfigSource) is { } source && source != "api";

        public bool IsMirror => pod.Metadata.Annotations.ContainsKey(ConfigMirror);

        public bool IsBeingDeleted => pod.Metadata.DeletionTimestamp is not null;

        public bool IsTerminal => pod.Status.Phase is "Failed" or "Succeeded";

        public bool RestartsOnFailure => pod.Spec.RestartPolicy != "Never";

        public bool IsCritical => pod.IsStatic || pod.IsMirror || pod.Spec.Priority >= 2_000_000_000;

        /// <summary>Init, regular and ephemeral containers, the last in the shape of the others.</summary>
        public IEnumerable<Container> AllContainers =>
            pod.Spec.InitContainers.Concat(pod.Spec.Containers).Concat(pod.Spec.EphemeralContainers.Select(e => e.AsContainer()));

        public Container? FindContainer(string name) => pod.AllContainers.FirstOrDefault(c => c.Name == name);

        public bool IsInitContainer(string name) => pod.Spec.InitContainers.Any(c => c.Name == name);
    }

    extension(Container container)
    {
        /// <summary>Whether an init container keeps running beside the others (KEP-753).</summary>
        public bool IsSidecar => container.RestartPolicy == "Always";
    }

    public static Container AsContainer(this EphemeralContainer ephemeral)
    {
        var c = ephemeral.EphemeralContainerCommon;
        return new()
        {
            Name = c.Name, Image = c.Image, Command = c.Command, Args = c.Args, WorkingDir = c.WorkingDir, Ports = c.Ports, EnvFrom = c.EnvFrom, Env = c.Env,
            Resources = c.Resources, ResizePolicy = c.ResizePolicy, RestartPolicy = c.RestartPolicy, VolumeMounts = c.VolumeMounts, VolumeDevices = c.VolumeDevices,
            LivenessProbe = c.LivenessProbe, ReadinessProbe = c.ReadinessProbe, StartupProbe = c.StartupProbe, Lifecycle = c.Lifecycle,
            TerminationMessagePath = c.TerminationMessagePath, TerminationMessagePolicy = c.TerminationMessagePolicy, ImagePullPolicy = c.ImagePullPolicy,
            SecurityContext = c.SecurityContext, Stdin = c.Stdin, StdinOnce = c.StdinOnce, Tty = c.Tty,
        };
    }
}
