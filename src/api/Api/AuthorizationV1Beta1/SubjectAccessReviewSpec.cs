using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AuthorizationV1Beta1;

/// <inheritdoc cref="AuthorizationV1.SubjectAccessReviewSpec"/>
[Message("k8s.io.api.authorization.v1beta1")]
public sealed partial record SubjectAccessReviewSpec
{
    [Field(1)]
    public partial ResourceAttributes? ResourceAttributes { get; init; }

    [Field(2)]
    public partial NonResourceAttributes? NonResourceAttributes { get; init; }

    [Field(3)]
    public partial string User { get; init; }

    [Field(4)]
    public partial ValueList<string> Group { get; init; }

    [Field(5)]
    public partial ValueMap<StringList> Extra { get; init; }

    [Field(6)]
    public partial string Uid { get; init; }
}
