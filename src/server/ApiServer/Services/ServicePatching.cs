using Cybernetes.Api.CoreV1;

namespace Cybernetes.ApiServer.Services;

/// <summary>Keeps what a Service was given when an update leaves it out. Pure.</summary>
internal static class ServicePatching
{
    public static Service Keep(Service service, Service old)
    {
        var spec = service.Spec;
        if (ServiceNeeds.ClusterIp(old) && ServiceNeeds.ClusterIp(service))
        {
            var single = spec.ClusterIP.Length == 0 ? old.Spec.ClusterIP : spec.ClusterIP;
            spec = spec with
            {
                ClusterIP = single,
                ClusterIPs = spec.ClusterIPs.IsEmpty && single == old.Spec.ClusterIP ? old.Spec.ClusterIPs : spec.ClusterIPs,
            };
        }
        else if (!ServiceNeeds.ClusterIp(service) && ServiceNeeds.ClusterIp(old))
        {
            spec = DropAddresses(spec, old.Spec);
        }

        if (ServiceNeeds.NodePorts(old) && ServiceNeeds.NodePorts(service))
        {
            spec = spec with { Ports = KeepPorts(service, old) };
        }
        else if (ServiceNeeds.NodePorts(old) && service.Spec.Type is "ClusterIP" or "ExternalName")
        {
            var had = old.Spec.Ports.Select(port => port.NodePort).Where(port => port != 0).ToHashSet();
            spec = spec with { Ports = spec.Ports.Update(port => had.Contains(port.NodePort) ? port with { NodePort = 0 } : port) };
        }

        if (spec.HealthCheckNodePort == 0 && ServiceNeeds.HealthCheckPort(old) && ServiceNeeds.HealthCheckPort(service))
        {
            spec = spec with { HealthCheckNodePort = old.Spec.HealthCheckNodePort };
        }
        else if (spec.HealthCheckNodePort == old.Spec.HealthCheckNodePort && ServiceNeeds.HealthCheckPort(old) && !ServiceNeeds.HealthCheckPort(service))
        {
            spec = spec with { HealthCheckNodePort = 0 };
        }

        // What only a load balancer has goes with it, unless it was changed.
        if (old.Spec.Type == "LoadBalancer" && spec.Type != "LoadBalancer")
        {
            spec = spec with
            {
                AllocateLoadBalancerNodePorts = spec.AllocateLoadBalancerNodePorts == old.Spec.AllocateLoadBalancerNodePorts ? null : spec.AllocateLoadBalancerNodePorts,
                LoadBalancerClass = spec.LoadBalancerClass == old.Spec.LoadBalancerClass ? null : spec.LoadBalancerClass,
            };
        }

        return service with { Spec = DropWhatTypeHasNot(spec, service, old) };
    }

    /// <summary>What another type needed and this one may not have goes, unless the writer changed it: that is for validation to refuse.</summary>
    private static ServiceSpec DropWhatTypeHasNot(ServiceSpec spec, Service service, Service old)
    {
        var was = old.Spec;
        if (ServiceNeeds.HealthCheckPort(old) && !ServiceNeeds.HealthCheckPort(service) && spec.HealthCheckNodePort == was.HealthCheckNodePort)
        {
            spec = spec with { HealthCheckNodePort = 0 };
        }

        if (was.Type == "LoadBalancer" && spec.Type != "LoadBalancer")
        {
            spec = spec with
            {
                AllocateLoadBalancerNodePorts = spec.AllocateLoadBalancerNodePorts == was.AllocateLoadBalancerNodePorts ? null : spec.AllocateLoadBalancerNodePorts,
                LoadBalancerClass = spec.LoadBalancerClass == was.LoadBalancerClass ? null : spec.LoadBalancerClass,
            };
        }

        return ServiceNeeds.IsReachedFromOutside(old) && !ServiceNeeds.IsReachedFromOutside(service) && spec.ExternalTrafficPolicy == was.ExternalTrafficPolicy
            ? spec with { ExternalTrafficPolicy = "" }
            : spec;
    }

    /// <summary>A Service that leads elsewhere has no addresses: those that were its own go, others are for validation to refuse.</summary>
    private static ServiceSpec DropAddresses(ServiceSpec spec, ServiceSpec old) => spec with
    {
        ClusterIP = spec.ClusterIP == old.ClusterIP ? "" : spec.ClusterIP,
        ClusterIPs = spec.ClusterIPs == old.ClusterIPs ? default : spec.ClusterIPs,
        IpFamilies = spec.IpFamilies == old.IpFamilies ? default : spec.IpFamilies,
        IpFamilyPolicy = spec.IpFamilyPolicy == old.IpFamilyPolicy ? null : spec.IpFamilyPolicy,
    };

    private static Api.Machinery.ValueList<ServicePort> KeepPorts(Service service, Service old)
    {
        var used = old.Spec.Ports.Select(port => port.NodePort).Intersect(service.Spec.Ports.Select(port => port.NodePort)).ToHashSet();
        var byName = new Dictionary<string, int>();
        foreach (var port in old.Spec.Ports)
        {
            byName[port.Name] = port.NodePort;
        }

        return service.Spec.Ports.Update(port =>
            port.NodePort == 0 && byName.TryGetValue(port.Name, out var had) && had != 0 && used.Add(had) ? port with { NodePort = had } : port);
    }
}
