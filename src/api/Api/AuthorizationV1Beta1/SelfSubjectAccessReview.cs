using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AuthorizationV1Beta1;

/// <inheritdoc cref="AuthorizationV1.SelfSubjectAccessReview"/>
[Message("k8s.io.api.authorization.v1beta1")]
[Kind("authorization.k8s.io", "v1beta1", Plural = "selfsubjectaccessreviews")]
public sealed partial record SelfSubjectAccessReview
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial SelfSubjectAccessReviewSpec Spec { get; init; }

    [Field(3, Always = true)]
    public partial SubjectAccessReviewStatus Status { get; init; }
}

/// <inheritdoc cref="AuthorizationV1.SelfSubjectAccessReviewSpec"/>
[Message("k8s.io.api.authorization.v1beta1")]
public sealed partial record SelfSubjectAccessReviewSpec
{
    [Field(1)]
    public partial ResourceAttributes? ResourceAttributes { get; init; }

    [Field(2)]
    public partial NonResourceAttributes? NonResourceAttributes { get; init; }
}
