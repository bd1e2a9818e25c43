using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.Rules;

/// <summary>What is right and wrong for a pod's spec, in a pod and in a template.</summary>
internal static partial class PodSpecRules
{
    /// <summary>Adds what is wrong with a spec. <paramref name="meta"/> is the pod's metadata, null in a template.</summary>
    public static void Validate(PodSpec spec, ObjectMeta? meta, FieldPath path, ErrorList errors)
    {
        if (spec.TerminationGracePeriodSeconds is null)
        {
            errors.Required(path.Child("terminationGracePeriodSeconds"));
        }

        var pod = new PodContext(spec, meta is not null);
        pod.Volumes = VolumeRules.Validate(spec.Volumes, meta, path.Child("volumes"), errors);
        ResourceClaims(spec.ResourceClaims, path.Child("resourceClaims"), errors);
        Containers(pod, path.Child("containers"), errors);
        InitContainers(pod, path.Child("initContainers"), errors);
        EphemeralContainers(pod, path.Child("ephemeralContainers"), errors);
        PodResources(pod, path.Child("resources"), errors);
        HostPorts(pod, path.Child("containers"), errors);
        Check.OneOf(spec.RestartPolicy, path.Child("restartPolicy"), errors, "Always", "OnFailure", "Never");
        Check.OneOf(spec.DnsPolicy, path.Child("dnsPolicy"), errors, "ClusterFirstWithHostNet", "ClusterFirst", "Default", "None");
        Check.Labels(spec.NodeSelector, path.Child("nodeSelector"), errors);
        PodSecurity(spec, path.Child("securityContext"), errors);
        Affinity(spec.Affinity, path.Child("affinity"), errors);
        Dns(spec, path.Child("dnsConfig"), errors);
        Gates(spec, path, errors);
        SpreadConstraints(spec.TopologySpreadConstraints, path.Child("topologySpreadConstraints"), errors);
        HostProcess(spec, path, errors);
        HostUsers(spec, path, errors);
        NamesAndNumbers(spec, path, errors);
        OperatingSystem(spec, path, errors);
        FileKeyVolumes(pod, path, errors);
    }

    private static void NamesAndNumbers(PodSpec spec, FieldPath path, ErrorList errors)
    {
        Name(spec.ServiceAccountName, path.Child("serviceAccountName"), errors);
        Name(spec.NodeName, path.Child("nodeName"), errors);
        if (spec.ActiveDeadlineSeconds is < 1 or > int.MaxValue)
        {
            errors.Invalid(path.Child("activeDeadlineSeconds"), spec.ActiveDeadlineSeconds.Value, Names.Between(1, int.MaxValue));
        }

        if (spec.Hostname.Length > 0)
        {
            Check.Label(spec.Hostname, path.Child("hostname"), errors);
        }

        if (spec.Subdomain.Length > 0)
        {
            Check.Label(spec.Subdomain, path.Child("subdomain"), errors);
        }

        HostnameOverride(spec, path, errors);
        Check.Tolerations(spec.Tolerations, path.Child("tolerations"), errors);
        for (var i = 0; i < spec.HostAliases.Count; i++)
        {
            var (alias, at) = (spec.HostAliases[i], path.Child("hostAliases").Index(i));
            Check.Ip(alias.Ip, at.Child("ip"), errors);
            for (var j = 0; j < alias.Hostnames.Count; j++)
            {
                Check.Subdomain(alias.Hostnames[j], at.Child("hostnames").Index(j), errors);
            }
        }

        Name(spec.PriorityClassName, path.Child("priorityClassName"), errors);
        if (spec.RuntimeClassName is { } runtimeClass)
        {
            Check.Subdomain(runtimeClass, path.Child("runtimeClassName"), errors);
        }

        if (spec.PreemptionPolicy is { } preemption)
        {
            Check.OneOf(preemption, path.Child("preemptionPolicy"), errors, "PreemptLowerPriority", "Never");
        }

        if (!spec.Overhead.IsNil)
        {
            Requirements(new() { Limits = spec.Overhead }, ResourceNames.ContainerName, [], path.Child("overhead"), errors);
        }
    }

    private static void HostnameOverride(PodSpec spec, FieldPath path, ErrorList errors)
    {
        if (spec.HostnameOverride is not { } name)
        {
            return;
        }

        var at = path.Child("hostnameOverride");
        if (spec.SetHostnameAsFQDN == true)
        {
            errors.Forbidden(at, "may not be specified when setHostnameAsFQDN is true");
        }

        if (spec.HostNetwork)
        {
            errors.Forbidden(at, "may not be specified when hostNetwork is true");
        }

        if (name.Utf8Length() > 64)
        {
            errors.TooLong(at, 64);
        }

        Check.Subdomain(name, at, errors);
    }

    private static void Name(string name, FieldPath path, ErrorList errors)
    {
        if (name.Length > 0)
        {
            Check.Subdomain(name, path, errors);
        }
    }

    private static void Dns(PodSpec spec, FieldPath path, ErrorList errors)
    {
        if (spec.DnsPolicy == "None")
        {
            if (spec.DnsConfig is null)
            {
                errors.Required(path, "must provide `dnsConfig` when `dnsPolicy` is None");
                return;
            }

            if (spec.DnsConfig.Nameservers.IsEmpty)
            {
                errors.Required(path.Child("nameservers"), "must provide at least one DNS nameserver when `dnsPolicy` is None");
                return;
            }
        }

        if (spec.DnsConfig is not { } config)
        {
            return;
        }

        if (config.Nameservers.Count > 3)
        {
            errors.Invalid(path.Child("nameservers"), GoDump.List(config.Nameservers), "must not have more than 3 nameservers");
        }

        for (var i = 0; i < config.Nameservers.Count; i++)
        {
            Check.Ip(config.Nameservers[i], path.Child("nameservers").Index(i), errors);
        }

        if (config.Searches.Count > 32)
        {
            errors.Invalid(path.Child("searches"), GoDump.List(config.Searches), "must not have more than 32 search paths");
        }

        if (string.Join(' ', config.Searches).Utf8Length() > 2048)
        {
            errors.Invalid(path.Child("searches"), GoDump.List(config.Searches), "must not have more than 2048 characters (including spaces) in the search list");
        }

        for (var i = 0; i < config.Searches.Count; i++)
        {
            if (config.Searches[i] != ".")
            {
                var search = config.Searches[i].EndsWith('.') ? config.Searches[i][..^1] : config.Searches[i];
                errors.Invalid(path.Child("searches").Index(i), search, Names.Dns1123SubdomainWithUnderscore(search));
            }
        }

        for (var i = 0; i < config.Options.Count; i++)
        {
            if (config.Options[i].Name.Length == 0)
            {
                errors.Required(path.Child("options").Index(i), "must not be empty");
            }
        }
    }

    private static void Gates(PodSpec spec, FieldPath path, ErrorList errors)
    {
        for (var i = 0; i < spec.ReadinessGates.Count; i++)
        {
            Check.QualifiedName(spec.ReadinessGates[i].ConditionType, path.Child("readinessGates").Index(i).Child("conditionType"), errors);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < spec.SchedulingGates.Count; i++)
        {
            var (name, at) = (spec.SchedulingGates[i].Name, path.Child("schedulingGates").Index(i));
            Check.QualifiedName(name, at, errors);
            if (!seen.Add(name))
            {
                errors.Duplicate(at, name);
            }
        }
    }

    private static void HostPorts(PodContext pod, FieldPath path, ErrorList errors)
    {
        if (!pod.Spec.HostNetwork)
        {
            return;
        }

        for (var i = 0; i < pod.Spec.Containers.Count; i++)
        {
            var ports = pod.Spec.Containers[i].Ports;
            for (var j = 0; j < ports.Count; j++)
            {
                if ((pod.IsPod || ports[j].HostPort != 0) && ports[j].HostPort != ports[j].ContainerPortValue)
                {
                    errors.Invalid(path.Index(i).Child("ports").Index(j).Child("hostPort"), ports[j].HostPort, "must match `containerPort` when `hostNetwork` is true");
                }
            }
        }
    }

    private static void ResourceClaims(ValueList<PodResourceClaim> claims, FieldPath path, ErrorList errors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < claims.Count; i++)
        {
            var (claim, at) = (claims[i], path.Index(i));
            if (claim.Name.Length == 0)
            {
                errors.Required(at.Child("name"));
            }
            else if (!names.Add(claim.Name))
            {
                errors.Duplicate(at.Child("name"), claim.Name);
            }
            else
            {
                Check.Label(claim.Name, at.Child("name"), errors);
            }

            if (claim is { ResourceClaimName: not null, ResourceClaimTemplateName: not null })
            {
                errors.Invalid(at, GoDump.Of(claim), "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified");
            }

            if (claim is { ResourceClaimName: null, ResourceClaimTemplateName: null })
            {
                errors.Invalid(at, GoDump.Of(claim), "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`");
            }

            if (claim.ResourceClaimName is { } name)
            {
                Check.Subdomain(name, at.Child("resourceClaimName"), errors);
            }

            if (claim.ResourceClaimTemplateName is { } template)
            {
                Check.Subdomain(template, at.Child("resourceClaimTemplateName"), errors);
            }
        }
    }
}
