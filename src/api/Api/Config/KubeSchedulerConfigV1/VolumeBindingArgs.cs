using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeSchedulerConfigV1;

/// <summary>Settings of VolumeBinding.</summary>
[Message]
[Kind("kubescheduler.config.k8s.io", "v1")]
public sealed partial record VolumeBindingArgs
{
    /// <summary>How long binding volumes may take; 600 by default.</summary>
    [Field]
    public partial long? BindTimeoutSeconds { get; init; }

    /// <summary>The score by use of storage.</summary>
    [Field]
    public partial ValueList<UtilizationShapePoint> Shape { get; init; }
}
