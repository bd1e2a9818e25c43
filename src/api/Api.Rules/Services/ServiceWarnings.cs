using Cybernetes.Api.CoreV1;

namespace Cybernetes.Api.Rules;

/// <summary>What those who write services are warned of.</summary>
internal static class ServiceWarnings
{
    public static void Of(Service service, List<string> warnings)
    {
        var spec = service.Spec;
        if (service.Metadata.Annotations.ContainsKey("service.kubernetes.io/topology-aware-hints"))
        {
            warnings.Add("annotation service.kubernetes.io/topology-aware-hints is deprecated, please use service.kubernetes.io/topology-mode instead");
        }

        for (var i = 0; i < spec.ClusterIPs.Count; i++)
        {
            AddressWarnings.Ip(spec.ClusterIPs[i], $"spec.clusterIPs[{i}]", warnings);
        }

        for (var i = 0; i < spec.ExternalIPs.Count; i++)
        {
            AddressWarnings.Ip(spec.ExternalIPs[i], $"spec.externalIPs[{i}]", warnings);
        }

        if (spec.Type == "LoadBalancer" && spec.LoadBalancerIP.Length > 0)
        {
            AddressWarnings.Ip(spec.LoadBalancerIP, "spec.loadBalancerIP", warnings);
        }

        for (var i = 0; i < spec.LoadBalancerSourceRanges.Count; i++)
        {
            AddressWarnings.Cidr(spec.LoadBalancerSourceRanges[i], $"spec.loadBalancerSourceRanges[{i}]", warnings);
        }

        if (!spec.ExternalIPs.IsEmpty)
        {
            warnings.Add(spec.Type == "ExternalName" ? "spec.externalIPs is ignored when spec.type is \"ExternalName\"" : "spec.externalIPs is deprecated and may no longer be implemented in some clusters");
        }

        if (spec.Type != "ExternalName" && spec.ExternalName.Length > 0)
        {
            warnings.Add("spec.externalName is ignored when spec.type is not \"ExternalName\"");
        }
    }
}
