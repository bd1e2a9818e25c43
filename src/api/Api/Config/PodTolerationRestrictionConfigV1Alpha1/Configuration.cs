using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.PodTolerationRestrictionConfigV1Alpha1;

/// <summary>Settings of the PodTolerationRestriction admission plugin.</summary>
[Message]
[Kind("podtolerationrestriction.admission.k8s.io", "v1alpha1")]
public sealed partial record Configuration
{
    /// <summary>Tolerations that pods get.</summary>
    [Field]
    public partial ValueList<Toleration> Default { get; init; }

    /// <summary>Tolerations that pods may have.</summary>
    [Field]
    public partial ValueList<Toleration> Whitelist { get; init; }
}
