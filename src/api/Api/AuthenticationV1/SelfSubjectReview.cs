using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AuthenticationV1;

/// <summary>Asks who one is.</summary>
[Message("k8s.io.api.authentication.v1")]
[Kind("authentication.k8s.io", "v1", Plural = "selfsubjectreviews")]
public sealed partial record SelfSubjectReview
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial SelfSubjectReviewStatus Status { get; init; }
}

/// <summary>Who one is.</summary>
[Message("k8s.io.api.authentication.v1")]
public sealed partial record SelfSubjectReviewStatus
{
    /// <summary>The user.</summary>
    [Field(1, Always = true, Default = "{}")]
    public partial UserInfo UserInfo { get; init; }
}
