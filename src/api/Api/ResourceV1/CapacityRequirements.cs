using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ResourceV1;

/// <summary>How much of a device is needed.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record CapacityRequirements
{
    /// <summary>The amounts.</summary>
    [Field(1)]
    public partial ValueMap<Quantity> Requests { get; init; }
}
