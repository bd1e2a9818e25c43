using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.RbacV1Beta1;

/// <inheritdoc cref="RbacV1.ClusterRole"/>
[Message("k8s.io.api.rbac.v1beta1")]
[Kind("rbac.authorization.k8s.io", "v1beta1", Plural = "clusterroles")]
public sealed partial record ClusterRole
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<PolicyRule> Rules { get; init; }

    [Field(3)]
    public partial AggregationRule? AggregationRule { get; init; }
}

[Message("k8s.io.api.rbac.v1beta1")]
[Kind("rbac.authorization.k8s.io", "v1beta1")]
public sealed partial record ClusterRoleList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<ClusterRole> Items { get; init; }
}

/// <inheritdoc cref="RbacV1.AggregationRule"/>
[Message("k8s.io.api.rbac.v1beta1")]
public sealed partial record AggregationRule
{
    [Field(1)]
    public partial ValueList<LabelSelector> ClusterRoleSelectors { get; init; }
}
