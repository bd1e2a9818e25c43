using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ApiServerConfigV1Alpha1;

/// <inheritdoc cref="ApiServerConfigV1.AuthorizationConfiguration"/>
[Message]
[Kind("apiserver.config.k8s.io", "v1alpha1")]
public sealed partial record AuthorizationConfiguration
{
    [Field(Always = true)]
    public partial ValueList<AuthorizerConfiguration> Authorizers { get; init; }
}
