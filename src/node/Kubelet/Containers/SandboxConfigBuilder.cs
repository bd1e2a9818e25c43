using Cybernetes.Api.CoreV1;
using Cybernetes.Kubelet.Dns;
using Cybernetes.Kubelet.Pods;
using Cybernetes.Kubelet.Resources;
using V1 = Cybernetes.Cri.V1;

namespace Cybernetes.Kubelet.Containers;

/// <summary>Makes a pod's sandbox configuration. Thread-safe.</summary>
internal sealed class SandboxConfigBuilder(KubeletOptions options, PodDns dns, PodCgroups cgroups)
{
    /// <summary>The configuration, and a DNS warning if there is one.</summary>
    public (V1.PodSandboxConfig Config, string? Warning) Build(Pod pod, uint attempt, IReadOnlyList<string> hostIps, long memoryCapacity)
    {
        var (resolver, warning) = dns.For(pod, hostIps);
        var logs = ContainerLabels.LogDirectory(options.PodLogsDirectory, pod.Metadata.Namespace, pod.Metadata.Name, pod.Metadata.Uid);
        var config = new V1.PodSandboxConfig
        {
            Metadata = new() { Name = pod.Metadata.Name, Namespace = pod.Metadata.Namespace, Uid = pod.Metadata.Uid, Attempt = attempt },
            LogDirectory = logs,
            DnsConfig = resolver,
            Labels = { ContainerLabels.ForSandbox(pod) },
            Annotations = { pod.Metadata.Annotations.ToDictionary(a => a.Key, a => a.Value) },
            Linux = new() { CgroupParent = cgroups.ParentOf(pod), SecurityContext = SecurityContexts.Sandbox(pod) },
        };
        if (!pod.Spec.HostNetwork)
        {
            var (hostname, domain) = PodHostname.Of(pod, options.ClusterDomain);
            config.Hostname = pod.Spec.SetHostnameAsFQDN == true && domain.Length > 0 ? $"{hostname}.{domain}" : hostname;
            foreach (var port in pod.Spec.InitContainers.Where(c => c.IsSidecar).Concat(pod.Spec.Containers).SelectMany(c => c.Ports))
            {
                config.PortMappings.Add(new V1.PortMapping
                {
                    ContainerPort = port.ContainerPortValue,
                    HostPort = port.HostPort,
                    HostIp = port.HostIP,
                    Protocol = port.Protocol switch { "UDP" => V1.Protocol.Udp, "SCTP" => V1.Protocol.Sctp, _ => V1.Protocol.Tcp },
                });
            }
        }

        foreach (var sysctl in pod.Spec.SecurityContext?.Sysctls ?? default)
        {
            config.Linux.Sysctls[sysctl.Name.Replace('/', '.')] = sysctl.Value;
        }

        config.Linux.Resources = new V1.LinuxContainerResources();
        foreach (var container in pod.Spec.Containers)
        {
            var one = ContainerResources.Linux(pod, container, memoryCapacity, options.CpuCfsQuota);
            config.Linux.Resources.CpuShares += one.CpuShares;
            config.Linux.Resources.MemoryLimitInBytes += one.MemoryLimitInBytes;
        }

        return (config, warning);
    }
}
