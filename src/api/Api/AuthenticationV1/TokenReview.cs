using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AuthenticationV1;

[Message("k8s.io.api.authentication.v1")]
[Kind("authentication.k8s.io", "v1", Plural = "tokenreviews")]
public sealed partial record TokenReview
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial TokenReviewSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial TokenReviewStatus Status { get; init; }
}

[Message("k8s.io.api.authentication.v1")]
public sealed partial record TokenReviewSpec
{
    [Field(1, Required = true)]
    public partial string Token { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<string> Audiences { get; init; }
}

[Message("k8s.io.api.authentication.v1")]
public sealed partial record TokenReviewStatus
{
    [Field(1)]
    public partial bool Authenticated { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial UserInfo User { get; init; }

    [Field(4, ListType = "atomic")]
    public partial ValueList<string> Audiences { get; init; }

    [Field(3)]
    public partial string Error { get; init; }
}
