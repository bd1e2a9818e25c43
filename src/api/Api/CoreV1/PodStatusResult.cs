using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>A pod's status without its spec; left over from old kubelets.</summary>
[Message("k8s.io.api.core.v1")]
[Kind("", "v1", Plural = "podstatusresults", Namespaced = true)]
public sealed partial record PodStatusResult
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial PodStatus Status { get; init; }
}
