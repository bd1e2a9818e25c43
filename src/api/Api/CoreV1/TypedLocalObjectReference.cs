using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record TypedLocalObjectReference
{
    [Field(1, Always = true)]
    public partial string? ApiGroup { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Kind { get; init; }

    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }
}
