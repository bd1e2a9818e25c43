using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.FlowControlV1;

/// <summary>Which requests belong together, and with which priority they are served.</summary>
[Message("k8s.io.api.flowcontrol.v1")]
[Kind("flowcontrol.apiserver.k8s.io", "v1", Plural = "flowschemas")]
public sealed partial record FlowSchema
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial FlowSchemaSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial FlowSchemaStatus Status { get; init; }
}

[Message("k8s.io.api.flowcontrol.v1")]
[Kind("flowcontrol.apiserver.k8s.io", "v1")]
public sealed partial record FlowSchemaList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<FlowSchema> Items { get; init; }
}

/// <summary>How requests are divided into flows.</summary>
[Message("k8s.io.api.flowcontrol.v1")]
public sealed partial record FlowDistinguisherMethod
{
    /// <summary><c>ByUser</c> or <c>ByNamespace</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }
}

/// <summary>A side of a schema's state.</summary>
/// <inheritdoc cref="MetaV1.Condition"/>
[Message("k8s.io.api.flowcontrol.v1")]
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

/// <summary>The requests and their priority.</summary>
[Message("k8s.io.api.flowcontrol.v1")]
public sealed partial record FlowSchemaSpec
{
    /// <summary>The priority level.</summary>
    [Field(1, Always = true, Required = true, Default = "{}")]
    public partial PriorityLevelConfigurationReference PriorityLevelConfiguration { get; init; }

    /// <summary>Among the schemas that match a request the lowest counts, 1 to 10000; 1000 by default.</summary>
    [Field(2, Always = true, Default = "0")]
    public partial int MatchingPrecedence { get; init; }

    /// <summary>How the requests are divided into flows; one flow when unset.</summary>
    [Field(3)]
    public partial FlowDistinguisherMethod? DistinguisherMethod { get; init; }

    /// <summary>The requests; one rule must match.</summary>
    [Field(4, ListType = "atomic")]
    public partial ValueList<PolicyRulesWithSubjects> Rules { get; init; }
}

/// <summary>How a schema is doing.</summary>
[Message("k8s.io.api.flowcontrol.v1")]
public sealed partial record FlowSchemaStatus
{
    /// <summary>Dangling: whether its level is missing.</summary>
    [Field(1, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<FlowSchemaCondition> Conditions { get; init; }
}

/// <summary>A group.</summary>
[Message("k8s.io.api.flowcontrol.v1")]
public sealed partial record GroupSubject
{
    /// <summary>The name; <c>*</c> for all.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }
}

/// <summary>Requests for paths.</summary>
[Message("k8s.io.api.flowcontrol.v1")]
public sealed partial record NonResourcePolicyRule
{
    /// <summary>The verbs; <c>*</c> for all.</summary>
    [Field(1, Always = true, Required = true, ListType = "set")]
    public partial ValueList<string> Verbs { get; init; }

    /// <summary>The paths; <c>*</c> at the end for the rest.</summary>
    [Field(6, Always = true, Required = true, ListType = "set")]
    public partial ValueList<string> NonResourceURLs { get; init; }
}

/// <summary>Requests, by who asks and what for.</summary>
[Message("k8s.io.api.flowcontrol.v1")]
public sealed partial record PolicyRulesWithSubjects
{
    /// <summary>Who asks; one must match.</summary>
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<Subject> Subjects { get; init; }

    /// <summary>For resources.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<ResourcePolicyRule> ResourceRules { get; init; }

    /// <summary>For paths.</summary>
    [Field(3, ListType = "atomic")]
    public partial ValueList<NonResourcePolicyRule> NonResourceRules { get; init; }
}

/// <summary>A priority level.</summary>
[Message("k8s.io.api.flowcontrol.v1")]
public sealed partial record PriorityLevelConfigurationReference
{
    /// <summary>Its name.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }
}

/// <summary>Requests for resources.</summary>
[Message("k8s.io.api.flowcontrol.v1")]
public sealed partial record ResourcePolicyRule
{
    /// <summary>The verbs; <c>*</c> for all.</summary>
    [Field(1, Always = true, Required = true, ListType = "set")]
    public partial ValueList<string> Verbs { get; init; }

    /// <summary>The groups; <c>*</c> for all.</summary>
    [Field(2, Always = true, Required = true, ListType = "set")]
    public partial ValueList<string> ApiGroups { get; init; }

    /// <summary>The resources; <c>*</c> for all.</summary>
    [Field(3, Always = true, Required = true, ListType = "set")]
    public partial ValueList<string> Resources { get; init; }

    /// <summary>Whether requests outside namespaces count.</summary>
    [Field(4)]
    public partial bool ClusterScope { get; init; }

    /// <summary>The namespaces; <c>*</c> for all.</summary>
    [Field(5, Always = true, ListType = "set")]
    public partial ValueList<string> Namespaces { get; init; }
}

/// <summary>A service account.</summary>
[Message("k8s.io.api.flowcontrol.v1")]
public sealed partial record ServiceAccountSubject
{
    /// <summary>The namespace.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Namespace { get; init; }

    /// <summary>The name; <c>*</c> for all.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }
}

/// <summary>Who asks; the field that kind names is set.</summary>
[Message("k8s.io.api.flowcontrol.v1")]
public sealed partial record Subject
{
    /// <summary><c>User</c>, <c>Group</c> or <c>ServiceAccount</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Kind { get; init; }

    /// <summary>The user.</summary>
    [Field(2)]
    public partial UserSubject? User { get; init; }

    /// <summary>The group.</summary>
    [Field(3)]
    public partial GroupSubject? Group { get; init; }

    /// <summary>The service account.</summary>
    [Field(4)]
    public partial ServiceAccountSubject? ServiceAccount { get; init; }
}

/// <summary>A user.</summary>
[Message("k8s.io.api.flowcontrol.v1")]
public sealed partial record UserSubject
{
    /// <summary>The name; <c>*</c> for all.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }
}
