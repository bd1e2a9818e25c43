using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AuthenticationV1;

[Message("k8s.io.api.authentication.v1")]
public sealed partial record UserInfo
{
    [Field(1)]
    public partial string Username { get; init; }

    [Field(2)]
    public partial string Uid { get; init; }

    [Field(3, ListType = "atomic")]
    public partial ValueList<string> Groups { get; init; }

    [Field(4)]
    public partial ValueMap<StringList> Extra { get; init; }
}
