using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AuthenticationV1;

/// <summary>Asks who a token belongs to.</summary>
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

/// <summary>The token.</summary>
[Message("k8s.io.api.authentication.v1")]
public sealed partial record TokenReviewSpec
{
    /// <summary>The token.</summary>
    [Field(1, Required = true)]
    public partial string Token { get; init; }

    /// <summary>Whom it should be for, one of these; the API server when empty.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<string> Audiences { get; init; }
}

/// <summary>Whose token it is.</summary>
[Message("k8s.io.api.authentication.v1")]
public sealed partial record TokenReviewStatus
{
    /// <summary>Whether it is good.</summary>
    [Field(1)]
    public partial bool Authenticated { get; init; }

    /// <summary>Whose it is.</summary>
    [Field(2, Always = true, Default = "{}")]
    public partial UserInfo User { get; init; }

    /// <summary>For which of the audiences asked it is good.</summary>
    [Field(4, ListType = "atomic")]
    public partial ValueList<string> Audiences { get; init; }

    /// <summary>Why it could not be checked.</summary>
    [Field(3)]
    public partial string Error { get; init; }
}
