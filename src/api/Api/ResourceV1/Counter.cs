using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ResourceV1;

/// <summary>A counter.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record Counter
{
    /// <summary>How much there is.</summary>
    [Field(1, Always = true, Required = true)]
    public partial Quantity Value { get; init; }
}
