using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AuthorizationV1;

/// <summary>Asks what all one may do in a namespace.</summary>
[Message("k8s.io.api.authorization.v1")]
[Kind("authorization.k8s.io", "v1", Plural = "selfsubjectrulesreviews")]
public sealed partial record SelfSubjectRulesReview
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial SelfSubjectRulesReviewSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial SubjectRulesReviewStatus Status { get; init; }
}

/// <summary>What may be done on paths.</summary>
[Message("k8s.io.api.authorization.v1")]
public sealed partial record NonResourceRule
{
    /// <summary>The verbs; <c>*</c> for all.</summary>
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<string> Verbs { get; init; }

    /// <summary>The paths; <c>*</c> at the end for the rest.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<string> NonResourceURLs { get; init; }
}

/// <summary>What may be done on resources.</summary>
[Message("k8s.io.api.authorization.v1")]
public sealed partial record ResourceRule
{
    /// <summary>The verbs; <c>*</c> for all.</summary>
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<string> Verbs { get; init; }

    /// <summary>The groups; <c>*</c> for all.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<string> ApiGroups { get; init; }

    /// <summary>The resources; <c>*</c> for all.</summary>
    [Field(3, ListType = "atomic")]
    public partial ValueList<string> Resources { get; init; }

    /// <summary>The names; all when empty.</summary>
    [Field(4, ListType = "atomic")]
    public partial ValueList<string> ResourceNames { get; init; }
}

/// <summary>Where.</summary>
[Message("k8s.io.api.authorization.v1")]
public sealed partial record SelfSubjectRulesReviewSpec
{
    /// <summary>The namespace.</summary>
    [Field(1)]
    public partial string Namespace { get; init; }
}

/// <summary>What one may do.</summary>
[Message("k8s.io.api.authorization.v1")]
public sealed partial record SubjectRulesReviewStatus
{
    /// <summary>On resources.</summary>
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<ResourceRule> ResourceRules { get; init; }

    /// <summary>On paths.</summary>
    [Field(2, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<NonResourceRule> NonResourceRules { get; init; }

    /// <summary>Whether there may be more, since some authorizer cannot tell.</summary>
    [Field(3, Always = true, Required = true, Default = "false")]
    public partial bool Incomplete { get; init; }

    /// <summary>What went wrong.</summary>
    [Field(4)]
    public partial string EvaluationError { get; init; }
}
