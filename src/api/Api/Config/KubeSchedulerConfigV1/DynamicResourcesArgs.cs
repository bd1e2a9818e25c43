using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeSchedulerConfigV1;

[Message]
[Kind("kubescheduler.config.k8s.io", "v1")]
public sealed partial record DynamicResourcesArgs
{
    [Field(Always = true)]
    public partial Duration? FilterTimeout { get; init; }

    [Field]
    public partial Duration? BindingTimeout { get; init; }
}
