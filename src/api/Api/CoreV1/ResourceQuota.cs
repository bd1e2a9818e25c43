using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>Limits on what a namespace may use in all.</summary>
[Message("k8s.io.api.core.v1")]
[Kind("", "v1", Plural = "resourcequotas", ShortNames = "quota", Namespaced = true)]
public sealed partial record ResourceQuota
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial ResourceQuotaSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial ResourceQuotaStatus Status { get; init; }
}

[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record ResourceQuotaList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ResourceQuota> Items { get; init; }
}

/// <summary>The limits and what they are about.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ResourceQuotaSpec
{
    /// <summary>The limit of each resource, such as <c>requests.cpu</c>, <c>limits.memory</c>, <c>pods</c>, <c>count/deployments.apps</c>.</summary>
    [Field(1)]
    public partial ValueMap<Quantity> Hard { get; init; }

    /// <summary>
    /// Narrows the quota to certain pods: <c>Terminating</c>, <c>NotTerminating</c>, <c>BestEffort</c>, <c>NotBestEffort</c>,
    /// <c>PriorityClass</c>, <c>CrossNamespacePodAffinity</c>.
    /// </summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<string> Scopes { get; init; }

    /// <summary>Narrows the quota by scope and value.</summary>
    [Field(3)]
    public partial ScopeSelector? ScopeSelector { get; init; }
}

/// <summary>Limits and use.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ResourceQuotaStatus
{
    /// <summary>The limits in force.</summary>
    [Field(1)]
    public partial ValueMap<Quantity> Hard { get; init; }

    /// <summary>What is used of each.</summary>
    [Field(2)]
    public partial ValueMap<Quantity> Used { get; init; }
}

/// <summary>Requirements on scopes, all of which must hold.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ScopeSelector
{
    /// <summary>The requirements.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<ScopedResourceSelectorRequirement> MatchExpressions { get; init; }
}

/// <summary>A requirement on a scope.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ScopedResourceSelectorRequirement
{
    /// <summary>The scope.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string ScopeName { get; init; }

    /// <summary><c>In</c>, <c>NotIn</c>, <c>Exists</c> or <c>DoesNotExist</c>. Only PriorityClass takes In and NotIn.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Operator { get; init; }

    /// <summary>The values for In and NotIn.</summary>
    [Field(3, ListType = "atomic")]
    public partial ValueList<string> Values { get; init; }
}
