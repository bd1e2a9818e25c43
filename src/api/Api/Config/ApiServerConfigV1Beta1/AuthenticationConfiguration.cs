using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ApiServerConfigV1Beta1;

/// <inheritdoc cref="ApiServerConfigV1.AuthenticationConfiguration"/>
[Message]
[Kind("apiserver.config.k8s.io", "v1beta1")]
public sealed partial record AuthenticationConfiguration
{
    [Field(Always = true)]
    public partial ValueList<JWTAuthenticator> Jwt { get; init; }

    [Field]
    public partial AnonymousAuthConfig? Anonymous { get; init; }
}
