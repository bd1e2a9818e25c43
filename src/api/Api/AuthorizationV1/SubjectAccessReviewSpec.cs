using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AuthorizationV1;

[Message("k8s.io.api.authorization.v1")]
public sealed partial record SubjectAccessReviewSpec
{
    [Field(1)]
    public partial ResourceAttributes? ResourceAttributes { get; init; }

    [Field(2)]
    public partial NonResourceAttributes? NonResourceAttributes { get; init; }

    [Field(3)]
    public partial string User { get; init; }

    [Field(4, ListType = "atomic")]
    public partial ValueList<string> Groups { get; init; }

    [Field(5)]
    public partial ValueMap<StringList> Extra { get; init; }

    [Field(6)]
    public partial string Uid { get; init; }
}
