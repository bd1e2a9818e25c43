using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>The spec of services.</summary>
internal static class ServiceSpecRules
{
    private const string OnlyBalancer = "may only be used when `type` is 'LoadBalancer'";
    private const string RangesAnnotation = "service.beta.kubernetes.io/load-balancer-source-ranges";
    private const int KubeletPort = 10250;
    private const int LongestAffinity = 86400;

    public static bool IsHeadless(ServiceSpec spec) => spec.ClusterIPs is [var only] && only == "None";

    public static bool IsReachable(ServiceSpec spec) => spec.Type is "LoadBalancer" or "NodePort" || (spec.Type == "ClusterIP" && !spec.ExternalIPs.IsEmpty);

    public static bool NeedsHealthCheck(ServiceSpec spec) => spec is { Type: "LoadBalancer", ExternalTrafficPolicy: "Local" };

    public static void Validate(Service service, ErrorList errors)
    {
        var (spec, path) = (service.Spec, FieldPath.Of("spec"));
        if (spec.Ports.IsEmpty && !IsHeadless(spec) && spec.Type != "ExternalName")
        {
            errors.Required(path.Child("ports"));
        }

        OfType(spec, path, errors);
        Ports(spec, path.Child("ports"), errors);
        Check.Labels(spec.Selector, path.Child("selector"), errors);
        Affinity(spec, path, errors);
        for (var i = 0; i < spec.ExternalIPs.Count; i++)
        {
            var (at, before) = (path.Child("externalIPs").Index(i), errors.Count);
            Check.Ip(spec.ExternalIPs[i], at, errors);
            if (errors.Count == before)
            {
                Check.NonSpecialIp(spec.ExternalIPs[i], at, errors);
            }
        }

        Check.OneOf(spec.Type, path.Child("type"), errors, "ClusterIP", "ExternalName", "LoadBalancer", "NodePort");
        DistinctPorts(spec, path.Child("ports"), errors);
        SourceRanges(service, path.Child("LoadBalancerSourceRanges"), errors);
        if (spec.AllocateLoadBalancerNodePorts is not null && spec.Type != "LoadBalancer")
        {
            errors.Forbidden(path.Child("allocateLoadBalancerNodePorts"), OnlyBalancer);
        }

        if (spec.AllocateLoadBalancerNodePorts is null && spec.Type == "LoadBalancer")
        {
            errors.Required(path.Child("allocateLoadBalancerNodePorts"));
        }

        BalancerClass(spec, path, errors);
        Traffic(spec, path, errors);
    }

    public static void BalancerClass(ServiceSpec spec, FieldPath path, ErrorList errors)
    {
        if (spec.LoadBalancerClass is not { } name)
        {
            return;
        }

        if (spec.Type == "LoadBalancer")
        {
            Check.QualifiedName(name, path.Child("loadBalancerClass"), errors);
        }
        else
        {
            errors.Forbidden(path.Child("loadBalancerClass"), OnlyBalancer);
        }
    }

    private static void OfType(ServiceSpec spec, FieldPath path, ErrorList errors)
    {
        const string external = "may not be set for ExternalName services";
        switch (spec.Type)
        {
            case "LoadBalancer" or "NodePort":
                for (var i = 0; i < spec.Ports.Count && spec.Type == "LoadBalancer"; i++)
                {
                    if (spec.Ports[i].Port == KubeletPort)
                    {
                        errors.Invalid(path.Child("ports").Index(i), spec.Ports[i].Port, $"may not expose port {KubeletPort} externally since it is used by kubelet");
                    }
                }

                if (IsHeadless(spec))
                {
                    errors.Invalid(path.Child("clusterIPs").Index(0), spec.ClusterIPs[0], $"may not be set to 'None' for {spec.Type} services");
                }

                break;
            case "ExternalName":
                if (!spec.ClusterIPs.IsEmpty)
                {
                    errors.Forbidden(path.Child("clusterIPs"), external);
                }

                if (!spec.IpFamilies.IsEmpty)
                {
                    errors.Forbidden(path.Child("ipFamilies"), external);
                }

                if (spec.IpFamilyPolicy is not null)
                {
                    errors.Forbidden(path.Child("ipFamilyPolicy"), external);
                }

                var name = spec.ExternalName.EndsWith('.') ? spec.ExternalName[..^1] : spec.ExternalName;
                Check.RequiredName(name, path.Child("externalName"), errors);
                break;
        }
    }

    private static void Ports(ServiceSpec spec, FieldPath path, ErrorList errors)
    {
        for (var i = 0; i < spec.Ports.Count; i++)
        {
            var (port, at) = (spec.Ports[i], path.Index(i));
            if (port.Name.Length > 0)
            {
                Check.Label(port.Name, at.Child("name"), errors);
                if (spec.Ports.Take(i).Any(other => other.Name == port.Name))
                {
                    errors.Duplicate(at.Child("name"), port.Name);
                }
            }
            else if (spec.Ports.Count > 1)
            {
                errors.Required(at.Child("name"));
            }

            Check.Port(port.Port, at.Child("port"), errors);
            Check.OneOf(port.Protocol, at.Child("protocol"), errors, "SCTP", "TCP", "UDP");
            Check.PortOrName(port.TargetPort, at.Child("targetPort"), errors);
            if (port.AppProtocol is { } protocol)
            {
                Check.QualifiedName(protocol, at.Child("appProtocol"), errors);
            }
        }
    }

    private static void DistinctPorts(ServiceSpec spec, FieldPath path, ErrorList errors)
    {
        for (var i = 0; i < spec.Ports.Count && spec.Type == "ClusterIP"; i++)
        {
            if (spec.Ports[i].NodePort != 0)
            {
                errors.Forbidden(path.Index(i).Child("nodePort"), "may not be used when `type` is 'ClusterIP'");
            }
        }

        for (var i = 0; i < spec.Ports.Count; i++)
        {
            var port = spec.Ports[i];
            if (port.NodePort != 0 && spec.Ports.Take(i).Any(other => other.NodePort == port.NodePort && other.Protocol == port.Protocol))
            {
                errors.Duplicate(path.Index(i).Child("nodePort"), port.NodePort);
            }
        }

        for (var i = 0; i < spec.Ports.Count; i++)
        {
            var port = spec.Ports[i];
            if (spec.Ports.Take(i).Any(other => other.Port == port.Port && other.Protocol == port.Protocol))
            {
                errors.Duplicate(path.Index(i), GoDump.Of(new ServicePort { Protocol = port.Protocol, Port = port.Port }));
            }
        }
    }

    private static void Affinity(ServiceSpec spec, FieldPath path, ErrorList errors)
    {
        Check.OneOf(spec.SessionAffinity, path.Child("sessionAffinity"), errors, "ClientIP", "None");
        var (config, at) = (spec.SessionAffinityConfig, path.Child("sessionAffinityConfig"));
        const string why = "when session affinity type is ClientIP";
        switch (spec.SessionAffinity)
        {
            case "ClientIP" when config is null:
                errors.Required(at, why);
                break;
            case "ClientIP" when config.ClientIP is null:
                errors.Required(at.Child("clientIP"), why);
                break;
            case "ClientIP" when config.ClientIP.TimeoutSeconds is null:
                errors.Required(at.Child("clientIP", "timeoutSeconds"), why);
                break;
            case "ClientIP":
                if (config.ClientIP.TimeoutSeconds is <= 0 or > LongestAffinity)
                {
                    errors.Invalid(at.Child("clientIP", "timeoutSeconds"), config.ClientIP.TimeoutSeconds, $"must be greater than 0 and less than {LongestAffinity}");
                }

                break;
            case "None" when config is not null:
                errors.Forbidden(at, "must not be set when session affinity is None");
                break;
        }
    }

    private static void SourceRanges(Service service, FieldPath path, ErrorList errors)
    {
        var ranges = service.Spec.LoadBalancerSourceRanges;
        if (!ranges.IsEmpty)
        {
            if (service.Spec.Type != "LoadBalancer")
            {
                errors.Forbidden(path, OnlyBalancer);
            }

            for (var i = 0; i < ranges.Count; i++)
            {
                Check.Cidr(ranges[i].Trim(), path.Index(i), errors);
            }
        }
        else if (service.Metadata.Annotations.TryGetValue(RangesAnnotation, out var listed))
        {
            var at = FieldPath.Of("metadata", "annotations").Key(RangesAnnotation);
            if (service.Spec.Type != "LoadBalancer")
            {
                errors.Forbidden(at, OnlyBalancer);
            }

            foreach (var range in listed.Trim().Split(',', StringSplitOptions.TrimEntries).Where(_ => listed.Trim().Length > 0))
            {
                Check.Cidr(range, at, errors);
            }
        }
    }

    private static void Traffic(ServiceSpec spec, FieldPath path, ErrorList errors)
    {
        if (IsReachable(spec))
        {
            Check.OneOf(spec.ExternalTrafficPolicy, path.Child("externalTrafficPolicy"), errors, "Cluster", "Local");
        }
        else if (spec.ExternalTrafficPolicy.Length > 0)
        {
            errors.Invalid(path.Child("externalTrafficPolicy"), spec.ExternalTrafficPolicy, "may only be set for externally-accessible services");
        }

        var health = path.Child("healthCheckNodePort");
        if (!NeedsHealthCheck(spec))
        {
            if (spec.HealthCheckNodePort != 0)
            {
                errors.Invalid(health, spec.HealthCheckNodePort, "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'");
            }
        }
        else if (spec.HealthCheckNodePort == 0)
        {
            errors.Required(health);
        }
        else
        {
            Check.Port(spec.HealthCheckNodePort, health, errors);
        }

        if (spec.InternalTrafficPolicy is { } policy)
        {
            Check.Supported(policy, path.Child("internalTrafficPolicy"), errors, "Cluster", "Local");
        }
        else if (spec.Type is "NodePort" or "LoadBalancer" or "ClusterIP")
        {
            errors.Required(path.Child("internalTrafficPolicy"));
        }

        if (spec.TrafficDistribution is { } distribution)
        {
            Check.Supported(distribution, path.Child("trafficDistribution"), errors, "PreferClose", "PreferSameZone", "PreferSameNode");
        }
    }
}
