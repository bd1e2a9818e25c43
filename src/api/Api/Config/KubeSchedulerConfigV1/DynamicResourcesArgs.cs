using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeSchedulerConfigV1;

/// <summary>Settings of DynamicResources.</summary>
[Message]
[Kind("kubescheduler.config.k8s.io", "v1")]
public sealed partial record DynamicResourcesArgs
{
    /// <summary>How long looking for devices on a node may take; 10s by default.</summary>
    [Field(Always = true)]
    public partial Duration? FilterTimeout { get; init; }

    /// <summary>How long binding waits for device conditions; 600s by default.</summary>
    [Field]
    public partial Duration? BindingTimeout { get; init; }
}
