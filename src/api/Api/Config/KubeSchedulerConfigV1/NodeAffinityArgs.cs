using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeSchedulerConfigV1;

[Message]
[Kind("kubescheduler.config.k8s.io", "v1")]
public sealed partial record NodeAffinityArgs
{
    [Field]
    public partial NodeAffinity? AddedAffinity { get; init; }
}
