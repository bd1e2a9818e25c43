using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Rules.Scheduling;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Scheduler.Snapshot;

/// <summary>A pod with what the plugins need of it, computed once. Immutable.</summary>
public sealed class PodInfo
{
    /// <summary>Computes everything from the pod.</summary>
    public PodInfo(Pod pod)
    {
        Pod = pod;
        Requests = PodRequests.Of(pod);
        NonZeroRequests = PodRequests.Of(pod, nonZero: true);
        var affinity = pod.Spec.Affinity;
        RequiredAffinity = Terms(affinity?.PodAffinity?.RequiredDuringSchedulingIgnoredDuringExecution ?? []);
        RequiredAntiAffinity = Terms(affinity?.PodAntiAffinity?.RequiredDuringSchedulingIgnoredDuringExecution ?? []);
        PreferredAffinity = Weighted(affinity?.PodAffinity?.PreferredDuringSchedulingIgnoredDuringExecution ?? []);
        PreferredAntiAffinity = Weighted(affinity?.PodAntiAffinity?.PreferredDuringSchedulingIgnoredDuringExecution ?? []);
        HostPorts = HostPort.Of(pod);
    }

    /// <summary>The pod.</summary>
    public Pod Pod { get; }

    /// <summary>What it asks for.</summary>
    public Resources Requests { get; }

    /// <summary>What it asks for as scoring counts it.</summary>
    public Resources NonZeroRequests { get; }

    /// <summary>Terms of required pod affinity.</summary>
    public AffinityTerm[] RequiredAffinity { get; }

    /// <summary>Terms of required pod anti-affinity.</summary>
    public AffinityTerm[] RequiredAntiAffinity { get; }

    /// <summary>Terms of preferred pod affinity with their weights.</summary>
    public (AffinityTerm Term, int Weight)[] PreferredAffinity { get; }

    /// <summary>Terms of preferred pod anti-affinity with their weights.</summary>
    public (AffinityTerm Term, int Weight)[] PreferredAntiAffinity { get; }

    /// <summary>Ports it takes on the host.</summary>
    public HostPort[] HostPorts { get; }

    /// <summary>The pod's unique ID.</summary>
    public string Uid => Pod.Metadata.Uid;

    /// <summary>The pod's namespace.</summary>
    public string Namespace => Pod.Metadata.Namespace;

    /// <summary>The pod's labels.</summary>
    public ValueMap<string> Labels => Pod.Metadata.Labels;

    /// <summary>The pod's priority; 0 where none was set.</summary>
    public int Priority => Pod.Spec.Priority ?? 0;

    /// <summary>True where other pods' placement matters to this one or is hindered by it.</summary>
    public bool HasAffinity => RequiredAffinity.Length + RequiredAntiAffinity.Length + PreferredAffinity.Length + PreferredAntiAffinity.Length > 0;

    /// <summary>True once the pod is being deleted.</summary>
    public bool IsTerminating => Pod.Metadata.DeletionTimestamp is not null;

    private AffinityTerm[] Terms(ValueList<PodAffinityTerm> terms) => [.. terms.Select(term => new AffinityTerm(Pod, term))];

    private (AffinityTerm, int)[] Weighted(ValueList<WeightedPodAffinityTerm> terms) => [.. terms.Select(term => (new AffinityTerm(Pod, term.PodAffinityTerm), term.Weight))];
}
