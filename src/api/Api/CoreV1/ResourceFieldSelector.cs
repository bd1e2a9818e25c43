using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A container's request or limit as a number.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ResourceFieldSelector
{
    /// <summary>The container. Required in volumes; the container itself in variables.</summary>
    [Field(1)]
    public partial string ContainerName { get; init; }

    /// <summary><c>limits.cpu</c>, <c>requests.memory</c> and the like. An unset limit reads as the node's allocatable amount.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Resource { get; init; }

    /// <summary>The unit: the amount is divided by this and rounded up. 1 by default.</summary>
    [Field(3, Always = true)]
    public partial Quantity Divisor { get; init; }
}
