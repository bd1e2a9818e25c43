using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.RbacV1;

/// <summary>Gives the permissions of a ClusterRole to someone, in the whole cluster.</summary>
[Message("k8s.io.api.rbac.v1")]
[Kind("rbac.authorization.k8s.io", "v1", Plural = "clusterrolebindings")]
public sealed partial record ClusterRoleBinding
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>Who gets them.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<Subject> Subjects { get; init; }

    /// <summary>The ClusterRole. Fixed.</summary>
    [Field(3, Always = true, Required = true, Default = "{}")]
    public partial RoleRef RoleRef { get; init; }
}

[Message("k8s.io.api.rbac.v1")]
[Kind("rbac.authorization.k8s.io", "v1")]
public sealed partial record ClusterRoleBindingList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ClusterRoleBinding> Items { get; init; }
}
