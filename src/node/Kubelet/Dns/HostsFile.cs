using System.Text;
using Cybernetes.Api.CoreV1;

namespace Cybernetes.Kubelet.Dns;

/// <summary>The /etc/hosts of a pod's containers. Pure but for reading the host's file.</summary>
internal static class HostsFile
{
    public static string Build(Pod pod, IReadOnlyList<string> podIps, string clusterDomain)
    {
        var text = new StringBuilder();
        if (pod.Spec.HostNetwork)
        {
            text.Append("# Kubernetes-managed hosts file (host network).\n");
            text.Append(File.Exists("/etc/hosts") ? File.ReadAllText("/etc/hosts") : "");
        }
        else
        {
            text.Append("# Kubernetes-managed hosts file.\n127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\nfe00::0\tip6-localnet\nfe00::0\tip6-mcastprefix\nfe00::1\tip6-allnodes\nfe00::2\tip6-allrouters\n");
            var (hostname, domain) = PodHostname.Of(pod, clusterDomain);
            foreach (var ip in podIps)
            {
                text.Append(domain.Length > 0 ? $"{ip}\t{hostname}.{domain}\t{hostname}\n" : $"{ip}\t{hostname}\n");
            }
        }

        if (!pod.Spec.HostAliases.IsEmpty)
        {
            text.Append("\n# Entries added by HostAliases.\n");
            foreach (var alias in pod.Spec.HostAliases)
            {
                text.Append($"{alias.Ip}\t{string.Join('\t', alias.Hostnames)}\n");
            }
        }

        return text.ToString();
    }
}
