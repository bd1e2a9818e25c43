using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AuthorizationV1Beta1;

/// <inheritdoc cref="AuthorizationV1.SubjectAccessReviewStatus"/>
[Message("k8s.io.api.authorization.v1beta1")]
public sealed partial record SubjectAccessReviewStatus
{
    [Field(1, Always = true)]
    public partial bool Allowed { get; init; }

    [Field(4)]
    public partial bool Denied { get; init; }

    [Field(2)]
    public partial string Reason { get; init; }

    [Field(3)]
    public partial string EvaluationError { get; init; }
}
