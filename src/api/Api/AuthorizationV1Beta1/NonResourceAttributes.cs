using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AuthorizationV1Beta1;

/// <inheritdoc cref="AuthorizationV1.NonResourceAttributes"/>
[Message("k8s.io.api.authorization.v1beta1")]
public sealed partial record NonResourceAttributes
{
    [Field(1)]
    public partial string Path { get; init; }

    [Field(2)]
    public partial string Verb { get; init; }
}
