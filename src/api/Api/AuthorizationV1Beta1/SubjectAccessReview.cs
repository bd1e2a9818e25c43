using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AuthorizationV1Beta1;

/// <inheritdoc cref="AuthorizationV1.SubjectAccessReview"/>
[Message("k8s.io.api.authorization.v1beta1")]
[Kind("authorization.k8s.io", "v1beta1", Plural = "subjectaccessreviews")]
public sealed partial record SubjectAccessReview
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial SubjectAccessReviewSpec Spec { get; init; }

    [Field(3, Always = true)]
    public partial SubjectAccessReviewStatus Status { get; init; }
}
