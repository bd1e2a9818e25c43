using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.RbacV1;

/// <summary>Gives the permissions of a role to someone, in its namespace.</summary>
[Message("k8s.io.api.rbac.v1")]
[Kind("rbac.authorization.k8s.io", "v1", Plural = "rolebindings", Namespaced = true)]
public sealed partial record RoleBinding
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>Who gets them.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<Subject> Subjects { get; init; }

    /// <summary>The Role of the namespace, or a ClusterRole. Fixed.</summary>
    [Field(3, Always = true, Required = true, Default = "{}")]
    public partial RoleRef RoleRef { get; init; }
}

[Message("k8s.io.api.rbac.v1")]
[Kind("rbac.authorization.k8s.io", "v1")]
public sealed partial record RoleBindingList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<RoleBinding> Items { get; init; }
}
