using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ResourceV1Beta1;

/// <inheritdoc cref="ResourceV1.Counter"/>
[Message("k8s.io.api.resource.v1beta1")]
public sealed partial record Counter
{
    [Field(1, Always = true, Required = true)]
    public partial Quantity Value { get; init; }
}
