using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>What a pod's spec leaves open and upstream fills in. The very same object comes back where there is nothing to fill in.</summary>
public static class PodDefaults
{
    /// <summary>The defaults of a spec in a template.</summary>
    public static PodSpec Spec(PodSpec spec)
    {
        var account = spec.ServiceAccountName.Length == 0 ? spec.ServiceAccount : spec.ServiceAccountName;
        return spec with
        {
            Volumes = spec.Volumes.Update(VolumeDefaults.Volume),
            InitContainers = spec.InitContainers.Update(ContainerDefaults.Container),
            Containers = spec.Containers.Update(ContainerDefaults.Container),
            EphemeralContainers = spec.EphemeralContainers.Update(ContainerDefaults.Ephemeral),
            RestartPolicy = spec.RestartPolicy.Or("Always"),
            TerminationGracePeriodSeconds = spec.TerminationGracePeriodSeconds ?? 30,
            DnsPolicy = spec.DnsPolicy.Or("ClusterFirst"),
            ServiceAccountName = account,
            ServiceAccount = account,
            SecurityContext = spec.SecurityContext ?? PodSecurityContext.Empty,
            SchedulerName = spec.SchedulerName.Or("default-scheduler"),
            Overhead = Quantities(spec.Overhead),
            Resources = spec.Resources is { } resources ? ContainerDefaults.Requirements(resources) : null,
        };
    }

    /// <summary>The defaults of a template.</summary>
    public static PodTemplateSpec Template(PodTemplateSpec template) => template with { Spec = Spec(template.Spec) };

    /// <summary>The defaults of a pod: a template's and those that wait for the pod.</summary>
    public static Pod Pod(Pod pod)
    {
        var spec = Spec(pod.Spec);
        spec = spec with
        {
            EnableServiceLinks = spec.EnableServiceLinks ?? true,
            Containers = spec.Containers.Update(container => OfPod(container, spec.HostNetwork)),
            InitContainers = spec.InitContainers.Update(container => OfPod(container, spec.HostNetwork)),
        };
        return pod with { Spec = PodLevelRequests(spec) };
    }

    /// <summary>Quantities as upstream keeps them: nothing below a thousandth.</summary>
    public static ValueMap<Quantity> Quantities(ValueMap<Quantity> quantities)
    {
        foreach (var (name, quantity) in quantities)
        {
            var rounded = quantity.RoundUp(-3);
            if (rounded != quantity)
            {
                quantities = quantities.With(name, rounded);
            }
        }

        return quantities;
    }

    private static Container OfPod(Container container, bool hostNetwork)
    {
        var requests = container.Resources.Requests;
        foreach (var (name, limit) in container.Resources.Limits)
        {
            if (!requests.ContainsKey(name))
            {
                requests = requests.With(name, limit);
            }
        }

        return container with
        {
            Resources = container.Resources with { Requests = requests },
            Ports = hostNetwork ? container.Ports.Update(port => port.HostPort == 0 ? port with { HostPort = port.ContainerPortValue } : port) : container.Ports,
        };
    }

    // The pod's own requests come of what the containers ask for where all limits are the pod's, otherwise of the pod's limits.
    private static PodSpec PodLevelRequests(PodSpec spec)
    {
        if (spec.Resources is not { } resources || (resources.Requests.IsEmpty && resources.Limits.IsEmpty))
        {
            return spec;
        }

        var requests = resources.Requests;
        foreach (var (name, sum) in PodResourceSums.Requests(spec))
        {
            if (!requests.ContainsKey(name) && (name is "cpu" or "memory" || (ResourceNames.IsHugePage(name) && ResourceNames.HugePageValue(name, sum) is null)))
            {
                requests = requests.With(name, sum);
            }
        }

        foreach (var (name, limit) in resources.Limits)
        {
            if (!requests.ContainsKey(name))
            {
                requests = requests.With(name, limit);
            }
        }

        return spec with { Resources = resources with { Requests = requests } };
    }

    /// <summary>The text, or another where it is empty.</summary>
    internal static string Or(this string text, string other) => text.Length == 0 ? other : text;
}
