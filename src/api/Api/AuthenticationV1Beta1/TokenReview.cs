using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AuthenticationV1Beta1;

/// <inheritdoc cref="AuthenticationV1.TokenReview"/>
[Message("k8s.io.api.authentication.v1beta1")]
[Kind("authentication.k8s.io", "v1beta1", Plural = "tokenreviews")]
public sealed partial record TokenReview
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial TokenReviewSpec Spec { get; init; }

    [Field(3, Always = true)]
    public partial TokenReviewStatus Status { get; init; }
}

/// <inheritdoc cref="AuthenticationV1.TokenReviewSpec"/>
[Message("k8s.io.api.authentication.v1beta1")]
public sealed partial record TokenReviewSpec
{
    [Field(1)]
    public partial string Token { get; init; }

    [Field(2)]
    public partial ValueList<string> Audiences { get; init; }
}

/// <inheritdoc cref="AuthenticationV1.TokenReviewStatus"/>
[Message("k8s.io.api.authentication.v1beta1")]
public sealed partial record TokenReviewStatus
{
    [Field(1)]
    public partial bool Authenticated { get; init; }

    [Field(2, Always = true)]
    public partial UserInfo User { get; init; }

    [Field(4)]
    public partial ValueList<string> Audiences { get; init; }

    [Field(3)]
    public partial string Error { get; init; }
}

/// <inheritdoc cref="AuthenticationV1.UserInfo"/>
[Message("k8s.io.api.authentication.v1beta1")]
public sealed partial record UserInfo
{
    [Field(1)]
    public partial string Username { get; init; }

    [Field(2)]
    public partial string Uid { get; init; }

    [Field(3)]
    public partial ValueList<string> Groups { get; init; }

    [Field(4)]
    public partial ValueMap<StringList> Extra { get; init; }
}
