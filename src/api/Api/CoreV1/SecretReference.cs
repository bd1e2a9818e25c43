using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record SecretReference
{
    [Field(1)]
    public partial string Name { get; init; }

    [Field(2)]
    public partial string Namespace { get; init; }
}
