using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AuthorizationV1;

/// <summary>Asks whether someone may do something in a namespace.</summary>
[Message("k8s.io.api.authorization.v1")]
[Kind("authorization.k8s.io", "v1", Plural = "localsubjectaccessreviews", Namespaced = true)]
public sealed partial record LocalSubjectAccessReview
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial SubjectAccessReviewSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial SubjectAccessReviewStatus Status { get; init; }
}
