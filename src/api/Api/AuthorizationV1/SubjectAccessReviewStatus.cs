using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AuthorizationV1;

/// <summary>The decision.</summary>
[Message("k8s.io.api.authorization.v1")]
public sealed partial record SubjectAccessReviewStatus
{
    /// <summary>Whether it may be done.</summary>
    [Field(1, Always = true, Required = true, Default = "false")]
    public partial bool Allowed { get; init; }

    /// <summary>Whether it was refused outright. Neither allowed nor denied is a no as well.</summary>
    [Field(4)]
    public partial bool Denied { get; init; }

    /// <summary>Why.</summary>
    [Field(2)]
    public partial string Reason { get; init; }

    /// <summary>What went wrong in deciding; a decision may stand all the same.</summary>
    [Field(3)]
    public partial string EvaluationError { get; init; }
}
