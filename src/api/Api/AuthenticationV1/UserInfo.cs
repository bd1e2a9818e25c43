using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AuthenticationV1;

/// <summary>A user.</summary>
[Message("k8s.io.api.authentication.v1")]
public sealed partial record UserInfo
{
    /// <summary>The name.</summary>
    [Field(1)]
    public partial string Username { get; init; }

    /// <summary>The id.</summary>
    [Field(2)]
    public partial string Uid { get; init; }

    /// <summary>The groups.</summary>
    [Field(3, ListType = "atomic")]
    public partial ValueList<string> Groups { get; init; }

    /// <summary>More, as the authenticator gave it.</summary>
    [Field(4)]
    public partial ValueMap<StringList> Extra { get; init; }
}
