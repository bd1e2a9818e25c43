using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AutoscalingV1;

/// <inheritdoc cref="AutoscalingV2.CrossVersionObjectReference"/>
[Message("k8s.io.api.autoscaling.v1")]
public sealed partial record CrossVersionObjectReference
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Kind { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(3)]
    public partial string ApiVersion { get; init; }
}
