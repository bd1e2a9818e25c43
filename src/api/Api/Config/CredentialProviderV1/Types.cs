using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CredentialProviderV1;

[Message]
public sealed partial record AuthConfig
{
    [Field(Always = true)]
    public partial string Username { get; init; }

    [Field(Always = true)]
    public partial string Password { get; init; }
}
