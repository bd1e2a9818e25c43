using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.RbacV1;

/// <summary>What may be done in the whole cluster, or wherever a RoleBinding refers to it.</summary>
[Message("k8s.io.api.rbac.v1")]
[Kind("rbac.authorization.k8s.io", "v1", Plural = "clusterroles")]
public sealed partial record ClusterRole
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>The permissions. Written by a controller where aggregationRule is set.</summary>
    [Field(2, Always = true, ListType = "atomic")]
    public partial ValueList<PolicyRule> Rules { get; init; }

    /// <summary>The roles whose permissions this one gathers.</summary>
    [Field(3)]
    public partial AggregationRule? AggregationRule { get; init; }
}

[Message("k8s.io.api.rbac.v1")]
[Kind("rbac.authorization.k8s.io", "v1")]
public sealed partial record ClusterRoleList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ClusterRole> Items { get; init; }
}

/// <summary>Roles whose permissions are gathered.</summary>
[Message("k8s.io.api.rbac.v1")]
public sealed partial record AggregationRule
{
    /// <summary>Which ClusterRoles, by label; one of the selectors must match.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<LabelSelector> ClusterRoleSelectors { get; init; }
}
