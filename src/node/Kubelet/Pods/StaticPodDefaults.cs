using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Kubelet.Pods;

/// <summary>Fills in what a manifest leaves out and the kubelet relies on, as the API server does for other pods. Pure.</summary>
internal static class StaticPodDefaults
{
    public static PodSpec Apply(PodSpec spec) => spec with
    {
        RestartPolicy = spec.RestartPolicy.Length > 0 ? spec.RestartPolicy : "Always",
        DnsPolicy = spec.DnsPolicy.Length > 0 ? spec.DnsPolicy : "ClusterFirst",
        TerminationGracePeriodSeconds = spec.TerminationGracePeriodSeconds ?? 30,
        SecurityContext = spec.SecurityContext ?? PodSecurityContext.Empty,
        SchedulerName = spec.SchedulerName.Length > 0 ? spec.SchedulerName : "default-scheduler",
        EnableServiceLinks = spec.EnableServiceLinks ?? true,
        Tolerations = spec.Tolerations.Any(t => t.Operator == "Exists" && t.Key.Length == 0) ? spec.Tolerations : spec.Tolerations.Add(new Toleration { Operator = "Exists", Effect = "NoExecute" }),
        Containers = spec.Containers.Select(Container).ToValueList(),
        InitContainers = spec.InitContainers.Select(Container).ToValueList(),
    };

    private static Container Container(Container c) => c with
    {
        TerminationMessagePath = c.TerminationMessagePath.Length > 0 ? c.TerminationMessagePath : "/dev/termination-log",
        TerminationMessagePolicy = c.TerminationMessagePolicy.Length > 0 ? c.TerminationMessagePolicy : "File",
        ImagePullPolicy = c.ImagePullPolicy.Length > 0 ? c.ImagePullPolicy : c.Image.EndsWith(":latest", StringComparison.Ordinal) || !c.Image[(c.Image.LastIndexOf('/') + 1)..].Contains(':') ? "Always" : "IfNotPresent",
        Resources = Requests(c.Resources),
        Ports = c.Ports.Select(p => p.Protocol.Length > 0 ? p : p with { Protocol = "TCP" }).ToValueList(),
        LivenessProbe = Probe(c.LivenessProbe),
        ReadinessProbe = Probe(c.ReadinessProbe),
        StartupProbe = Probe(c.StartupProbe),
    };

    private static ResourceRequirements Requests(ResourceRequirements resources)
    {
        var requests = resources.Requests;
        foreach (var (name, limit) in resources.Limits)
        {
            if (!requests.ContainsKey(name))
            {
                requests = requests.With(name, limit);
            }
        }

        return resources with { Requests = requests };
    }

    private static Probe? Probe(Probe? probe) => probe is null ? null : probe with
    {
        TimeoutSeconds = probe.TimeoutSeconds == 0 ? 1 : probe.TimeoutSeconds,
        PeriodSeconds = probe.PeriodSeconds == 0 ? 10 : probe.PeriodSeconds,
        SuccessThreshold = probe.SuccessThreshold == 0 ? 1 : probe.SuccessThreshold,
        FailureThreshold = probe.FailureThreshold == 0 ? 3 : probe.FailureThreshold,
    };
}
