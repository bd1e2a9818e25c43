using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeSchedulerConfigV1;

[Message]
[Kind("kubescheduler.config.k8s.io", "v1")]
public sealed partial record VolumeBindingArgs
{
    [Field]
    public partial long? BindTimeoutSeconds { get; init; }

    [Field]
    public partial ValueList<UtilizationShapePoint> Shape { get; init; }
}
