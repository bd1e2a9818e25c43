using Cybernetes.Api.CoreV1;
using static Cybernetes.ApiServer.Admission.PodSecurity.CheckText;

namespace Cybernetes.ApiServer.Admission.PodSecurity;

/// <summary>The checks of the baseline level. Each gives null when the pod passes, else reason and detail. Pure.</summary>
internal static class BaselineChecks
{
    private static readonly HashSet<string> _capabilities = new(StringComparer.Ordinal)
    {
        "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
    };

    private static readonly Dictionary<string, int> _sysctls = new(StringComparer.Ordinal)
    {
        ["kernel.shm_rmid_forced"] = 0,
        ["net.ipv4.ip_local_port_range"] = 0,
        ["net.ipv4.tcp_syncookies"] = 0,
        ["net.ipv4.ping_group_range"] = 0,
        ["net.ipv4.ip_unprivileged_port_start"] = 0,
        ["net.ipv4.ip_local_reserved_ports"] = 27,
        ["net.ipv4.tcp_keepalive_time"] = 29,
        ["net.ipv4.tcp_fin_timeout"] = 29,
        ["net.ipv4.tcp_keepalive_intvl"] = 29,
        ["net.ipv4.tcp_keepalive_probes"] = 29,
        ["net.ipv4.tcp_rmem"] = 32,
        ["net.ipv4.tcp_wmem"] = 32,
    };

    public static Violation? AppArmor(PodUnderCheck pod)
    {
        var pods = IsUnconfined(pod.Security.AppArmorProfile);
        var containers = pod.Containers.Where(c => IsUnconfined(c.Security.AppArmorProfile)).Select(c => c.Name).ToArray();
        var annotations = Sorted(pod.Metadata.Annotations
            .Where(a => a.Key.StartsWith("container.apparmor.security.beta.kubernetes.io/", StringComparison.Ordinal) &&
                        a.Value is not ("" or "runtime/default") && !a.Value.StartsWith("localhost/", StringComparison.Ordinal))
            .Select(a => $"{a.Key}=\"{a.Value}\""));
        var count = (pods ? 1 : 0) + containers.Length + annotations.Count;
        if (count == 0)
        {
            return null;
        }
        var parts = new List<string>();
        if (pods || containers.Length > 0)
        {
            parts.Add($"{Setters(pods, containers)} must not set AppArmor profile type to \"Unconfined\"");
        }
        if (annotations.Count > 0)
        {
            parts.Add($"{Plural("annotation", "annotations", annotations.Count)} {string.Join(", ", annotations)}");
        }
        return new Violation(Plural("forbidden AppArmor profile", "forbidden AppArmor profiles", count), string.Join("; ", parts));

        static bool IsUnconfined(AppArmorProfile? profile) => profile is { Type: not ("RuntimeDefault" or "Localhost") };
    }

    public static Violation? Capabilities(PodUnderCheck pod)
    {
        var bad = pod.Containers.Where(c => (c.Security.Capabilities?.Add ?? default).Any(a => !_capabilities.Contains(a))).ToArray();
        if (bad.Length == 0)
        {
            return null;
        }
        var added = Sorted(bad.SelectMany(c => c.Security.Capabilities!.Add).Where(a => !_capabilities.Contains(a)));
        return new Violation("non-default capabilities",
            $"{Containers([.. bad.Select(c => c.Name)])} must not include {Quote(added)} in securityContext.capabilities.add");
    }

    public static Violation? HostNamespaces(PodUnderCheck pod)
    {
        var shared = new List<string>();
        if (pod.Spec.HostNetwork)
        {
            shared.Add("hostNetwork=true");
        }
        if (pod.Spec.HostPID)
        {
            shared.Add("hostPID=true");
        }
        if (pod.Spec.HostIPC)
        {
            shared.Add("hostIPC=true");
        }
        return shared.Count == 0 ? null : new Violation("host namespaces", string.Join(", ", shared));
    }

    public static Violation? HostPathVolumes(PodUnderCheck pod)
    {
        var volumes = pod.Spec.Volumes.Where(v => v.VolumeSource.HostPath is not null).Select(v => v.Name).ToArray();
        return volumes.Length == 0 ? null : new Violation("hostPath volumes", $"{Plural("volume", "volumes", volumes.Length)} {Quote(volumes)}");
    }

    public static Violation? HostPorts(PodUnderCheck pod)
    {
        var bad = pod.Containers.Where(c => c.Ports.Any(p => p.HostPort != 0)).ToArray();
        if (bad.Length == 0)
        {
            return null;
        }
        var ports = Sorted(bad.SelectMany(c => c.Ports).Where(p => p.HostPort != 0).Select(p => p.HostPort.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return new Violation("hostPort",
            $"{Containers([.. bad.Select(c => c.Name)])} {Plural("uses", "use", bad.Length)} {Plural("hostPort", "hostPorts", ports.Count)} {string.Join(", ", ports)}");
    }

    public static Violation? ProbeHosts(PodUnderCheck pod)
    {
        if (!pod.Since(34))
        {
            return null;
        }
        var bad = pod.Containers.Where(c => Hosts(c).Any()).ToArray();
        if (bad.Length == 0)
        {
            return null;
        }
        var hosts = Sorted(bad.SelectMany(Hosts));
        return new Violation("probe or lifecycle host",
            $"{Containers([.. bad.Select(c => c.Name)])} {Plural("uses", "use", bad.Length)} {Plural("probe or lifecycle host", "probe or lifecycle hosts", hosts.Count)} {Quote(hosts)}");

        static IEnumerable<string> Hosts(ContainerUnderCheck c)
        {
            IEnumerable<string?> all =
            [
                .. c.Probes.SelectMany(p => new[] { p?.Handler.HttpGet?.Host, p?.Handler.TcpSocket?.Host }),
                .. new[] { c.Lifecycle?.PostStart, c.Lifecycle?.PreStop }.SelectMany(h => new[] { h?.HttpGet?.Host, h?.TcpSocket?.Host }),
            ];
            return all.Where(h => !string.IsNullOrEmpty(h))!;
        }
    }

    public static Violation? Privileged(PodUnderCheck pod) =>
        Named(pod, c => c.Security.Privileged == true, "privileged", "must not set securityContext.privileged=true");

    public static Violation? ProcMount(PodUnderCheck pod)
    {
        if (pod.IsUserNamespaced)
        {
            return null;
        }
        var bad = pod.Containers.Where(c => c.Security.ProcMount is not (null or "Default")).ToArray();
        return bad.Length == 0 ? null : new Violation("procMount",
            $"{Containers([.. bad.Select(c => c.Name)])} must not set securityContext.procMount to {Quote(Sorted(bad.Select(c => c.Security.ProcMount!)))}");
    }

    public static Violation? SeLinux(PodUnderCheck pod)
    {
        var podBad = IsBad(pod.Security.SeLinuxOptions);
        var bad = pod.Containers.Where(c => IsBad(c.Security.SeLinuxOptions)).ToArray();
        if (!podBad && bad.Length == 0)
        {
            return null;
        }
        SELinuxOptions?[] options = [podBad ? pod.Security.SeLinuxOptions : null, .. bad.Select(c => c.Security.SeLinuxOptions)];
        var types = Sorted(options.Where(o => o is not null && !IsGoodType(o.Type)).Select(o => o!.Type));
        var data = new List<string>();
        if (types.Count > 0)
        {
            data.Add($"{Plural("type", "types", types.Count)} {Quote(types)}");
        }
        if (options.Any(o => o?.User.Length > 0))
        {
            data.Add("user may not be set");
        }
        if (options.Any(o => o?.Role.Length > 0))
        {
            data.Add("role may not be set");
        }
        return new Violation("seLinuxOptions",
            $"{Setters(podBad, [.. bad.Select(c => c.Name)])} set forbidden securityContext.seLinuxOptions: {string.Join("; ", data)}");

        bool IsBad(SELinuxOptions? o) => o is not null && (!IsGoodType(o.Type) || o.User.Length > 0 || o.Role.Length > 0);
        bool IsGoodType(string type) => type is "" or "container_t" or "container_init_t" or "container_kvm_t" || (type == "container_engine_t" && pod.Since(31));
    }

    public static Violation? Seccomp(PodUnderCheck pod)
    {
        if (!pod.Since(19))
        {
            return null;
        }
        var podBad = IsBad(pod.Security.SeccompProfile);
        var bad = pod.Containers.Where(c => IsBad(c.Security.SeccompProfile)).ToArray();
        if (!podBad && bad.Length == 0)
        {
            return null;
        }
        string[] podValue = podBad ? [pod.Security.SeccompProfile!.Type] : [];
        return new Violation("seccompProfile",
            $"{Setters(podBad, [.. bad.Select(c => c.Name)])} must not set securityContext.seccompProfile.type to {Quote(Sorted(podValue.Concat(bad.Select(c => c.Security.SeccompProfile!.Type))))}");

        static bool IsBad(SeccompProfile? profile) => profile is { Type: not ("RuntimeDefault" or "Localhost") };
    }

    public static Violation? Sysctls(PodUnderCheck pod)
    {
        var bad = pod.Security.Sysctls.Where(s => !(_sysctls.TryGetValue(s.Name, out var since) && pod.Since(since))).Select(s => s.Name).ToArray();
        return bad.Length == 0 ? null : new Violation("forbidden sysctls", string.Join(", ", bad));
    }

    public static Violation? WindowsHostProcess(PodUnderCheck pod)
    {
        var podBad = pod.Security.WindowsOptions?.HostProcess == true;
        var bad = pod.Containers.Where(c => c.Security.WindowsOptions?.HostProcess == true).Select(c => c.Name).ToArray();
        return podBad || bad.Length > 0
            ? new Violation("hostProcess", $"{Setters(podBad, bad)} must not set securityContext.windowsOptions.hostProcess=true")
            : null;
    }

    internal static Violation? Named(PodUnderCheck pod, Func<ContainerUnderCheck, bool> isBad, string reason, string what)
    {
        var bad = pod.Containers.Where(isBad).Select(c => c.Name).ToArray();
        return bad.Length == 0 ? null : new Violation(reason, $"{Containers(bad)} {what}");
    }
}
