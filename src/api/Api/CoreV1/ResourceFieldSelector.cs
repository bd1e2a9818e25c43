using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record ResourceFieldSelector
{
    [Field(1)]
    public partial string ContainerName { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Resource { get; init; }

    [Field(3, Always = true)]
    public partial Quantity Divisor { get; init; }
}
