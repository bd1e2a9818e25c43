using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.FlowControlV1Beta3;

/// <inheritdoc cref="FlowControlV1.FlowSchema"/>
[Message("k8s.io.api.flowcontrol.v1beta3")]
[Kind("flowcontrol.apiserver.k8s.io", "v1beta3", Plural = "flowschemas")]
public sealed partial record FlowSchema
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial FlowSchemaSpec Spec { get; init; }

    [Field(3, Always = true)]
    public partial FlowSchemaStatus Status { get; init; }
}

[Message("k8s.io.api.flowcontrol.v1beta3")]
[Kind("flowcontrol.apiserver.k8s.io", "v1beta3")]
public sealed partial record FlowSchemaList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<FlowSchema> Items { get; init; }
}

/// <inheritdoc cref="FlowControlV1.FlowDistinguisherMethod"/>
[Message("k8s.io.api.flowcontrol.v1beta3")]
public sealed partial record FlowDistinguisherMethod
{
    [Field(1, Always = true)]
    public partial string Type { get; init; }
}

/// <inheritdoc cref="FlowControlV1.FlowSchemaCondition"/>
[Message("k8s.io.api.flowcontrol.v1beta3")]
public sealed partial record FlowSchemaCondition
{
    [Field(1)]
    public partial string Type { get; init; }

    [Field(2)]
    public partial string Status { get; init; }

    [Field(3, Always = true)]
    public partial Time LastTransitionTime { get; init; }

    [Field(4)]
    public partial string Reason { get; init; }

    [Field(5)]
    public partial string Message { get; init; }
}

/// <inheritdoc cref="FlowControlV1.FlowSchemaSpec"/>
[Message("k8s.io.api.flowcontrol.v1beta3")]
public sealed partial record FlowSchemaSpec
{
    [Field(1, Always = true)]
    public partial PriorityLevelConfigurationReference PriorityLevelConfiguration { get; init; }

    [Field(2, Always = true)]
    public partial int MatchingPrecedence { get; init; }

    [Field(3)]
    public partial FlowDistinguisherMethod? DistinguisherMethod { get; init; }

    [Field(4)]
    public partial ValueList<PolicyRulesWithSubjects> Rules { get; init; }
}

/// <inheritdoc cref="FlowControlV1.FlowSchemaStatus"/>
[Message("k8s.io.api.flowcontrol.v1beta3")]
public sealed partial record FlowSchemaStatus
{
    [Field(1)]
    public partial ValueList<FlowSchemaCondition> Conditions { get; init; }
}

/// <inheritdoc cref="FlowControlV1.GroupSubject"/>
[Message("k8s.io.api.flowcontrol.v1beta3")]
public sealed partial record GroupSubject
{
    [Field(1, Always = true)]
    public partial string Name { get; init; }
}

/// <inheritdoc cref="FlowControlV1.NonResourcePolicyRule"/>
[Message("k8s.io.api.flowcontrol.v1beta3")]
public sealed partial record NonResourcePolicyRule
{
    [Field(1, Always = true)]
    public partial ValueList<string> Verbs { get; init; }

    [Field(6, Always = true)]
    public partial ValueList<string> NonResourceURLs { get; init; }
}

/// <inheritdoc cref="FlowControlV1.PolicyRulesWithSubjects"/>
[Message("k8s.io.api.flowcontrol.v1beta3")]
public sealed partial record PolicyRulesWithSubjects
{
    [Field(1, Always = true)]
    public partial ValueList<Subject> Subjects { get; init; }

    [Field(2)]
    public partial ValueList<ResourcePolicyRule> ResourceRules { get; init; }

    [Field(3)]
    public partial ValueList<NonResourcePolicyRule> NonResourceRules { get; init; }
}

/// <inheritdoc cref="FlowControlV1.PriorityLevelConfigurationReference"/>
[Message("k8s.io.api.flowcontrol.v1beta3")]
public sealed partial record PriorityLevelConfigurationReference
{
    [Field(1, Always = true)]
    public partial string Name { get; init; }
}

/// <inheritdoc cref="FlowControlV1.ResourcePolicyRule"/>
[Message("k8s.io.api.flowcontrol.v1beta3")]
public sealed partial record ResourcePolicyRule
{
    [Field(1, Always = true)]
    public partial ValueList<string> Verbs { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<string> ApiGroups { get; init; }

    [Field(3, Always = true)]
    public partial ValueList<string> Resources { get; init; }

    [Field(4)]
    public partial bool ClusterScope { get; init; }

    [Field(5, Always = true)]
    public partial ValueList<string> Namespaces { get; init; }
}

/// <inheritdoc cref="FlowControlV1.ServiceAccountSubject"/>
[Message("k8s.io.api.flowcontrol.v1beta3")]
public sealed partial record ServiceAccountSubject
{
    [Field(1, Always = true)]
    public partial string Namespace { get; init; }

    [Field(2, Always = true)]
    public partial string Name { get; init; }
}

/// <inheritdoc cref="FlowControlV1.Subject"/>
[Message("k8s.io.api.flowcontrol.v1beta3")]
public sealed partial record Subject
{
    [Field(1, Always = true)]
    public partial string Kind { get; init; }

    [Field(2)]
    public partial UserSubject? User { get; init; }

    [Field(3)]
    public partial GroupSubject? Group { get; init; }

    [Field(4)]
    public partial ServiceAccountSubject? ServiceAccount { get; init; }
}

/// <inheritdoc cref="FlowControlV1.UserSubject"/>
[Message("k8s.io.api.flowcontrol.v1beta3")]
public sealed partial record UserSubject
{
    [Field(1, Always = true)]
    public partial string Name { get; init; }
}
