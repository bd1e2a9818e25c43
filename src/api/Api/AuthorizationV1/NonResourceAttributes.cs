using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AuthorizationV1;

[Message("k8s.io.api.authorization.v1")]
public sealed partial record NonResourceAttributes
{
    [Field(1)]
    public partial string Path { get; init; }

    [Field(2)]
    public partial string Verb { get; init; }
}
