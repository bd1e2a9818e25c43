using Cybernetes.Api.AuthenticationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AuthenticationV1Beta1;

/// <inheritdoc cref="AuthenticationV1.SelfSubjectReview"/>
[Message("k8s.io.api.authentication.v1beta1")]
[Kind("authentication.k8s.io", "v1beta1", Plural = "selfsubjectreviews")]
public sealed partial record SelfSubjectReview
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial SelfSubjectReviewStatus Status { get; init; }
}

/// <inheritdoc cref="AuthenticationV1.SelfSubjectReviewStatus"/>
[Message("k8s.io.api.authentication.v1beta1")]
public sealed partial record SelfSubjectReviewStatus
{
    [Field(1, Always = true)]
    public partial AuthenticationV1.UserInfo UserInfo { get; init; }
}
