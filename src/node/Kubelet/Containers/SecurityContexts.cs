using Cybernetes.Api.CoreV1;
using Cybernetes.Cri.V1;
using Cybernetes.Kubelet.Envs;
using Cybernetes.Kubelet.Pods;
using Container = Cybernetes.Api.CoreV1.Container;
using PodSpec = Cybernetes.Api.CoreV1.PodSpec;

namespace Cybernetes.Kubelet.Containers;

/// <summary>Security contexts of pods and containers in the runtime's terms. Pure.</summary>
internal static class SecurityContexts
{
    private static readonly string[] MaskedPaths =
    [
        "/proc/asound", "/proc/acpi", "/proc/interrupts", "/proc/kcore", "/proc/keys", "/proc/latency_stats", "/proc/timer_list", "/proc/timer_stats",
        "/proc/sched_debug", "/proc/scsi", "/sys/firmware", "/sys/devices/virtual/powercap",
    ];

    private static readonly string[] ReadonlyPaths = ["/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger"];

    public static NamespaceOption Namespaces(PodSpec spec, string targetContainerId = "") => new()
    {
        Network = spec.HostNetwork ? NamespaceMode.Node : NamespaceMode.Pod,
        Ipc = spec.HostIPC ? NamespaceMode.Node : NamespaceMode.Pod,
        Pid = targetContainerId.Length > 0 ? NamespaceMode.Target
            : spec.HostPID ? NamespaceMode.Node
            : spec.ShareProcessNamespace == true ? NamespaceMode.Pod
            : NamespaceMode.Container,
        TargetId = targetContainerId,
    };

    public static LinuxSandboxSecurityContext Sandbox(Pod pod)
    {
        var context = new LinuxSandboxSecurityContext
        {
            NamespaceOptions = Namespaces(pod.Spec),
            Privileged = pod.AllContainers.Any(c => c.SecurityContext?.Privileged == true),
            Seccomp = new() { ProfileType = SecurityProfile.Types.ProfileType.RuntimeDefault },
        };
        if (pod.Spec.SecurityContext is { } own)
        {
            context.RunAsUser = own.RunAsUser is { } user ? new Int64Value { Value = user } : null;
            context.RunAsGroup = own.RunAsGroup is { } group && own.RunAsUser is not null ? new Int64Value { Value = group } : null;
            context.SupplementalGroups.AddRange(Groups(own));
            context.SelinuxOptions = SeLinux(own.SeLinuxOptions);
            context.SupplementalGroupsPolicy = own.SupplementalGroupsPolicy == "Strict" ? SupplementalGroupsPolicy.Strict : SupplementalGroupsPolicy.Merge;
        }

        return context;
    }

    /// <summary>Throws <see cref="ConfigErrorException"/> when the container must not run as the user it would run as.</summary>
    public static LinuxContainerSecurityContext Container(Pod pod, Container container, Image image, bool seccompDefault, string kubeletRoot, string targetContainerId)
    {
        var own = container.SecurityContext ?? SecurityContext.Empty;
        var shared = pod.Spec.SecurityContext ?? PodSecurityContext.Empty;
        VerifyNonRoot(pod, container, image);
        var privileged = own.Privileged == true;
        var context = new LinuxContainerSecurityContext
        {
            NamespaceOptions = Namespaces(pod.Spec, targetContainerId),
            Privileged = privileged,
            ReadonlyRootfs = own.ReadOnlyRootFilesystem == true,
            NoNewPrivs = own.AllowPrivilegeEscalation == false,
            SelinuxOptions = SeLinux(own.SeLinuxOptions ?? shared.SeLinuxOptions),
            SupplementalGroupsPolicy = shared.SupplementalGroupsPolicy == "Strict" ? SupplementalGroupsPolicy.Strict : SupplementalGroupsPolicy.Merge,
            Seccomp = Seccomp(own.SeccompProfile ?? shared.SeccompProfile, privileged, seccompDefault, kubeletRoot),
            Apparmor = AppArmor(own.AppArmorProfile ?? shared.AppArmorProfile, privileged),
        };
        if ((own.RunAsUser ?? shared.RunAsUser) is { } user)
        {
            context.RunAsUser = new() { Value = user };
        }
        else if (image.Uid is { } imageUser)
        {
            context.RunAsUser = new() { Value = imageUser.Value };
        }
        else if (image.Username.Length > 0)
        {
            context.RunAsUsername = image.Username;
        }

        if ((own.RunAsGroup ?? shared.RunAsGroup) is { } group)
        {
            context.RunAsGroup = new() { Value = group };
        }

        context.SupplementalGroups.AddRange(Groups(shared));
        if (own.Capabilities is { } capabilities)
        {
            context.Capabilities = new() { AddCapabilities = { capabilities.Add }, DropCapabilities = { capabilities.Drop } };
        }

        if (!privileged && own.ProcMount != "Unmasked")
        {
            context.MaskedPaths.AddRange(MaskedPaths);
            context.ReadonlyPaths.AddRange(ReadonlyPaths);
        }

        return context;
    }

    private static void VerifyNonRoot(Pod pod, Container container, Image image)
    {
        var must = container.SecurityContext?.RunAsNonRoot ?? pod.Spec.SecurityContext?.RunAsNonRoot;
        if (must != true)
        {
            return;
        }

        var who = $"(pod: \"{pod.Display}\", container: {container.Name})";
        if ((container.SecurityContext?.RunAsUser ?? pod.Spec.SecurityContext?.RunAsUser) is { } user)
        {
            if (user == 0)
            {
                throw new ConfigErrorException($"container's runAsUser breaks non-root policy {who}");
            }

            return;
        }

        if (image.Uid is { Value: 0 } || (image.Uid is null && image.Username.Length == 0))
        {
            throw new ConfigErrorException($"container has runAsNonRoot and image will run as root {who}");
        }

        if (image.Uid is null)
        {
            throw new ConfigErrorException($"container has runAsNonRoot and image has non-numeric user ({image.Username}), cannot verify user is non-root {who}");
        }
    }

    private static IEnumerable<long> Groups(PodSecurityContext context) =>
        context.FsGroup is { } fsGroup ? context.SupplementalGroups.Prepend(fsGroup).Distinct() : context.SupplementalGroups;

    private static SecurityProfile Seccomp(SeccompProfile? profile, bool privileged, bool byDefault, string kubeletRoot) => profile?.Type switch
    {
        _ when privileged && profile is null => new() { ProfileType = SecurityProfile.Types.ProfileType.Unconfined },
        "RuntimeDefault" => new() { ProfileType = SecurityProfile.Types.ProfileType.RuntimeDefault },
        "Localhost" when profile.LocalhostProfile is { Length: > 0 } file => new()
        {
            ProfileType = SecurityProfile.Types.ProfileType.Localhost,
            LocalhostRef = Path.Combine(kubeletRoot, "seccomp", file),
        },
        "Unconfined" => new() { ProfileType = SecurityProfile.Types.ProfileType.Unconfined },
        _ when byDefault => new() { ProfileType = SecurityProfile.Types.ProfileType.RuntimeDefault },
        _ => new() { ProfileType = SecurityProfile.Types.ProfileType.Unconfined },
    };

    private static SecurityProfile? AppArmor(AppArmorProfile? profile, bool privileged) => profile?.Type switch
    {
        null => null,
        _ when privileged => null,
        "RuntimeDefault" => new() { ProfileType = SecurityProfile.Types.ProfileType.RuntimeDefault },
        "Localhost" => new() { ProfileType = SecurityProfile.Types.ProfileType.Localhost, LocalhostRef = profile.LocalhostProfile ?? "" },
        _ => new() { ProfileType = SecurityProfile.Types.ProfileType.Unconfined },
    };

    private static SELinuxOption? SeLinux(SELinuxOptions? options) =>
        options is null ? null : new() { User = options.User, Role = options.Role, Type = options.Type, Level = options.Level };
}
