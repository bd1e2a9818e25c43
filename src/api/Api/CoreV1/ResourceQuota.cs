using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

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

[Message("k8s.io.api.core.v1")]
public sealed partial record ResourceQuotaSpec
{
    [Field(1)]
    public partial ValueMap<Quantity> Hard { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<string> Scopes { get; init; }

    [Field(3)]
    public partial ScopeSelector? ScopeSelector { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ResourceQuotaStatus
{
    [Field(1)]
    public partial ValueMap<Quantity> Hard { get; init; }

    [Field(2)]
    public partial ValueMap<Quantity> Used { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ScopeSelector
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<ScopedResourceSelectorRequirement> MatchExpressions { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ScopedResourceSelectorRequirement
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string ScopeName { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Operator { get; init; }

    [Field(3, ListType = "atomic")]
    public partial ValueList<string> Values { get; init; }
}
