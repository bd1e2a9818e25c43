using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AuthorizationV1Beta1;

/// <inheritdoc cref="AuthorizationV1.SelfSubjectRulesReview"/>
[Message("k8s.io.api.authorization.v1beta1")]
[Kind("authorization.k8s.io", "v1beta1", Plural = "selfsubjectrulesreviews")]
public sealed partial record SelfSubjectRulesReview
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial SelfSubjectRulesReviewSpec Spec { get; init; }

    [Field(3, Always = true)]
    public partial SubjectRulesReviewStatus Status { get; init; }
}

/// <inheritdoc cref="AuthorizationV1.NonResourceRule"/>
[Message("k8s.io.api.authorization.v1beta1")]
public sealed partial record NonResourceRule
{
    [Field(1, Always = true)]
    public partial ValueList<string> Verbs { get; init; }

    [Field(2)]
    public partial ValueList<string> NonResourceURLs { get; init; }
}

/// <inheritdoc cref="AuthorizationV1.ResourceRule"/>
[Message("k8s.io.api.authorization.v1beta1")]
public sealed partial record ResourceRule
{
    [Field(1, Always = true)]
    public partial ValueList<string> Verbs { get; init; }

    [Field(2)]
    public partial ValueList<string> ApiGroups { get; init; }

    [Field(3)]
    public partial ValueList<string> Resources { get; init; }

    [Field(4)]
    public partial ValueList<string> ResourceNames { get; init; }
}

/// <inheritdoc cref="AuthorizationV1.SelfSubjectRulesReviewSpec"/>
[Message("k8s.io.api.authorization.v1beta1")]
public sealed partial record SelfSubjectRulesReviewSpec
{
    [Field(1)]
    public partial string Namespace { get; init; }
}

/// <inheritdoc cref="AuthorizationV1.SubjectRulesReviewStatus"/>
[Message("k8s.io.api.authorization.v1beta1")]
public sealed partial record SubjectRulesReviewStatus
{
    [Field(1, Always = true)]
    public partial ValueList<ResourceRule> ResourceRules { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<NonResourceRule> NonResourceRules { get; init; }

    [Field(3, Always = true)]
    public partial bool Incomplete { get; init; }

    [Field(4)]
    public partial string EvaluationError { get; init; }
}
