using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeSchedulerConfigV1;

[Message]
[Kind("kubescheduler.config.k8s.io", "v1")]
public sealed partial record NodeResourcesFitArgs
{
    [Field]
    public partial ValueList<string> IgnoredResources { get; init; }

    [Field]
    public partial ValueList<string> IgnoredResourceGroups { get; init; }

    [Field]
    public partial ScoringStrategy? ScoringStrategy { get; init; }
}
