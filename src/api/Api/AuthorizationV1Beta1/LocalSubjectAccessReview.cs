using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AuthorizationV1Beta1;

/// <inheritdoc cref="AuthorizationV1.LocalSubjectAccessReview"/>
[Message("k8s.io.api.authorization.v1beta1")]
[Kind("authorization.k8s.io", "v1beta1", Plural = "localsubjectaccessreviews", Namespaced = true)]
public sealed partial record LocalSubjectAccessReview
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial SubjectAccessReviewSpec Spec { get; init; }

    [Field(3, Always = true)]
    public partial SubjectAccessReviewStatus Status { get; init; }
}
