using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.RbacV1Alpha1;

/// <inheritdoc cref="RbacV1.RoleBinding"/>
[Message("k8s.io.api.rbac.v1alpha1")]
[Kind("rbac.authorization.k8s.io", "v1alpha1", Plural = "rolebindings", Namespaced = true)]
public sealed partial record RoleBinding
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2)]
    public partial ValueList<Subject> Subjects { get; init; }

    [Field(3, Always = true)]
    public partial RoleRef RoleRef { get; init; }
}

[Message("k8s.io.api.rbac.v1alpha1")]
[Kind("rbac.authorization.k8s.io", "v1alpha1")]
public sealed partial record RoleBindingList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<RoleBinding> Items { get; init; }
}
