using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ApiServerConfigV1;

/// <summary>How requests are authenticated: the file given by <c>--authentication-config</c>. Read again when it changes.</summary>
[Message]
[Kind("apiserver.config.k8s.io", "v1")]
public sealed partial record AuthenticationConfiguration
{
    /// <summary>Issuers of tokens; at most 64.</summary>
    [Field(Always = true)]
    public partial ValueList<JWTAuthenticator> Jwt { get; init; }

    /// <summary>Whether requests without credentials are let in, and where.</summary>
    [Field]
    public partial AnonymousAuthConfig? Anonymous { get; init; }
}
