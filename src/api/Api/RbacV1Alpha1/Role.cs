using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.RbacV1Alpha1;

/// <inheritdoc cref="RbacV1.Role"/>
[Message("k8s.io.api.rbac.v1alpha1")]
[Kind("rbac.authorization.k8s.io", "v1alpha1", Plural = "roles", Namespaced = true)]
public sealed partial record Role
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<PolicyRule> Rules { get; init; }
}

[Message("k8s.io.api.rbac.v1alpha1")]
[Kind("rbac.authorization.k8s.io", "v1alpha1")]
public sealed partial record RoleList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<Role> Items { get; init; }
}
