using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CredentialProviderV1;

/// <summary>A name and a password.</summary>
[Message]
public sealed partial record AuthConfig
{
    /// <summary>The name.</summary>
    [Field(Always = true)]
    public partial string Username { get; init; }

    /// <summary>The password.</summary>
    [Field(Always = true)]
    public partial string Password { get; init; }
}
