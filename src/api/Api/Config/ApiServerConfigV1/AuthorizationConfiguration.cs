using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ApiServerConfigV1;

/// <summary>How requests are authorized: the file given by <c>--authorization-config</c>. Read again when it changes.</summary>
[Message]
[Kind("apiserver.config.k8s.io", "v1")]
public sealed partial record AuthorizationConfiguration
{
    /// <summary>The authorizers, asked in order until one decides.</summary>
    [Field(Always = true)]
    public partial ValueList<AuthorizerConfiguration> Authorizers { get; init; }
}
