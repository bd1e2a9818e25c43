using Cybernetes.Api.CoreV1;

namespace Cybernetes.Api.Rules;

/// <summary>What the checks of one container need to know of its pod.</summary>
internal sealed class PodContext(PodSpec spec, bool isPod)
{
    public PodSpec Spec { get; } = spec;

    /// <summary>False in a template, where some checks wait for the pod.</summary>
    public bool IsPod { get; } = isPod;

    /// <summary>The volumes that are well formed, by name.</summary>
    public Dictionary<string, VolumeSource> Volumes { get; set; } = [];

    /// <summary>The names of the pod's resource claims.</summary>
    public HashSet<string> ClaimNames { get; } = [.. spec.ResourceClaims.Select(claim => claim.Name).Where(name => name.Length > 0)];

    /// <summary>The pod shares the node's users unless it says otherwise.</summary>
    public bool HostUsers => Spec.HostUsers ?? true;
}
