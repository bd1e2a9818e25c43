using Cybernetes.Api.CoreV1;

namespace Cybernetes.Kubelet.Dns;

/// <summary>The host name of a pod and its domain. Pure.</summary>
internal static class PodHostname
{
    private const int MaxLength = 63;

    public static (string Hostname, string Domain) Of(Pod pod, string clusterDomain)
    {
        if (pod.Spec.HostnameOverride is { Length: > 0 } given)
        {
            return (given, "");
        }

        var hostname = pod.Spec.Hostname.Length > 0 ? pod.Spec.Hostname : Truncate(pod.Metadata.Name);
        var domain = pod.Spec.Subdomain.Length > 0 ? $"{pod.Spec.Subdomain}.{pod.Metadata.Namespace}.svc.{clusterDomain}" : "";
        return (hostname, domain);
    }

    private static string Truncate(string name) => name.Length <= MaxLength ? name : name[..MaxLength].TrimEnd('-', '.');
}
