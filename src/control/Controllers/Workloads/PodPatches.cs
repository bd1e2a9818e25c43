using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Client;

namespace Cybernetes.Controllers.Workloads;

/// <summary>Patches of a pod's status, for controllers that may write parts of it only.</summary>
public static class PodPatches
{
    /// <summary>A patch that sets the phase and one condition of this very pod, the condition taken from <paramref name="pod"/>.</summary>
    public static Patch StatusPatch(this Pod pod, string? phase, string? conditionType)
    {
        var status = Value.EmptyMap;
        if (phase is not null)
        {
            status = status.With("phase", phase);
        }

        if (conditionType is not null && pod.Condition(conditionType) is { } condition)
        {
            status = status.With("conditions", Value.List([Value.ToValue(condition)]));
        }

        return Patch.Strategic(Value.MapOf(("metadata", Value.MapOf(("uid", pod.Metadata.Uid))), ("status", status)));
    }
}
