using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules.Tests.Recordings;

/// <summary>Addresses and ports for services, as the recorded server gave them; in earnest the API server does that.</summary>
internal static class TestAllocation
{
    public static Service Give(Service service, Service? old)
    {
        var spec = old is null ? service.Spec : Patch(service.Spec, old.Spec);
        if (spec.Type == "ExternalName")
        {
            return service with { Spec = spec };
        }

        if (spec.ClusterIPs.IsEmpty && spec.ClusterIP.Length > 0)
        {
            spec = spec with { ClusterIPs = [spec.ClusterIP] };
        }

        if (spec.ClusterIPs.IsEmpty && spec.ClusterIP.Length == 0)
        {
            spec = spec with { ClusterIP = "10.96.7.7", ClusterIPs = ["10.96.7.7"] };
        }

        var port = 30000;
        spec = spec with
        {
            IpFamilies = spec.IpFamilies.IsEmpty ? ["IPv4"] : spec.IpFamilies,
            IpFamilyPolicy = spec.IpFamilyPolicy ?? "SingleStack",
            Ports = spec.Type is "NodePort" || spec is { Type: "LoadBalancer", AllocateLoadBalancerNodePorts: not false }
                ? spec.Ports.Update(each => each.NodePort == 0 ? each with { NodePort = port++ } : each)
                : spec.Ports,
            HealthCheckNodePort = spec is { Type: "LoadBalancer", ExternalTrafficPolicy: "Local", HealthCheckNodePort: 0 } ? 32000 : spec.HealthCheckNodePort,
        };
        return service with { Spec = spec };
    }

    private static ServiceSpec Patch(ServiceSpec spec, ServiceSpec old)
    {
        var addressed = spec.Type != "ExternalName" && old.Type != "ExternalName";
        if (addressed && spec.ClusterIP.Length == 0 && spec.ClusterIPs.IsEmpty)
        {
            spec = spec with { ClusterIP = old.ClusterIP, ClusterIPs = old.ClusterIPs };
        }
        else if (addressed && spec.ClusterIP != old.ClusterIP && spec.ClusterIPs == old.ClusterIPs)
        {
            spec = spec with { ClusterIPs = spec.ClusterIP.Length == 0 ? [] : [spec.ClusterIP, .. spec.ClusterIPs.Skip(1)] };
            spec = spec.ClusterIP.Length == 0 ? spec with { ClusterIP = old.ClusterIP, ClusterIPs = old.ClusterIPs } : spec;
        }
        else if (addressed && spec.ClusterIPs.IsEmpty && spec.ClusterIP == old.ClusterIP)
        {
            spec = spec with { ClusterIPs = old.ClusterIPs };
        }

        var ported = spec.Type is "NodePort" or "LoadBalancer";
        if (ported && old.Type is "NodePort" or "LoadBalancer")
        {
            spec = spec with
            {
                Ports = spec.Ports.Update(port => port.NodePort == 0 && old.Ports.FirstOrDefault(was => was.Port == port.Port && was.Protocol == port.Protocol) is { } same ? port with { NodePort = same.NodePort } : port),
                HealthCheckNodePort = spec is { Type: "LoadBalancer", ExternalTrafficPolicy: "Local", HealthCheckNodePort: 0 } ? old.HealthCheckNodePort : spec.HealthCheckNodePort,
            };
        }

        if (!ported && old.Type is "NodePort" or "LoadBalancer")
        {
            spec = spec with { Ports = spec.Ports.Update(port => old.Ports.Any(was => was.NodePort == port.NodePort) ? port with { NodePort = 0 } : port) };
        }

        if (spec.Type != "LoadBalancer" && old.Type == "LoadBalancer")
        {
            spec = spec with
            {
                AllocateLoadBalancerNodePorts = spec.AllocateLoadBalancerNodePorts == old.AllocateLoadBalancerNodePorts ? null : spec.AllocateLoadBalancerNodePorts,
                LoadBalancerClass = spec.LoadBalancerClass == old.LoadBalancerClass ? null : spec.LoadBalancerClass,
            };
        }

        if (!(spec is { Type: "LoadBalancer", ExternalTrafficPolicy: "Local" }) && spec.HealthCheckNodePort == old.HealthCheckNodePort)
        {
            spec = spec with { HealthCheckNodePort = 0 };
        }

        return spec;
    }
}
