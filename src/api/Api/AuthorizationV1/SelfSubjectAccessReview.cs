using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AuthorizationV1;

/// <summary>Asks whether one may do something oneself.</summary>
[Message("k8s.io.api.authorization.v1")]
[Kind("authorization.k8s.io", "v1", Plural = "selfsubjectaccessreviews")]
public sealed partial record SelfSubjectAccessReview
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial SelfSubjectAccessReviewSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial SubjectAccessReviewStatus Status { get; init; }
}

/// <summary>What: resource or path.</summary>
[Message("k8s.io.api.authorization.v1")]
public sealed partial record SelfSubjectAccessReviewSpec
{
    /// <summary>The request for a resource.</summary>
    [Field(1)]
    public partial ResourceAttributes? ResourceAttributes { get; init; }

    /// <summary>The request for a path.</summary>
    [Field(2)]
    public partial NonResourceAttributes? NonResourceAttributes { get; init; }
}
