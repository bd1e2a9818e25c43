using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record LocalObjectReference
{
    [Field(1, Default = "\"\"")]
    public partial string Name { get; init; }
}
