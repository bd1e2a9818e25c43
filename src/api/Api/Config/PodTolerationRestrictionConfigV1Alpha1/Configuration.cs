using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.PodTolerationRestrictionConfigV1Alpha1;

[Message]
[Kind("podtolerationrestriction.admission.k8s.io", "v1alpha1")]
public sealed partial record Configuration
{
    [Field]
    public partial ValueList<Toleration> Default { get; init; }

    [Field]
    public partial ValueList<Toleration> Whitelist { get; init; }
}
