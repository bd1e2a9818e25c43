using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ResourceV1Beta1;

/// <inheritdoc cref="ResourceV1.CapacityRequirements"/>
[Message("k8s.io.api.resource.v1beta1")]
public sealed partial record CapacityRequirements
{
    [Field(1)]
    public partial ValueMap<Quantity> Requests { get; init; }
}
