using Cybernetes.Api.AuthenticationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AuthenticationV1Alpha1;

/// <inheritdoc cref="AuthenticationV1.SelfSubjectReview"/>
[Message("k8s.io.api.authentication.v1alpha1")]
[Kind("authentication.k8s.io", "v1alpha1")]
public sealed partial record SelfSubjectReview
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial SelfSubjectReviewStatus Status { get; init; }
}

/// <inheritdoc cref="AuthenticationV1.SelfSubjectReviewStatus"/>
[Message("k8s.io.api.authentication.v1alpha1")]
public sealed partial record SelfSubjectReviewStatus
{
    [Field(1, Always = true)]
    public partial UserInfo UserInfo { get; init; }
}
