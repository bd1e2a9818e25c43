using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.RbacV1;

/// <summary>What may be done in its namespace.</summary>
[Message("k8s.io.api.rbac.v1")]
[Kind("rbac.authorization.k8s.io", "v1", Plural = "roles", Namespaced = true)]
public sealed partial record Role
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>The permissions; they add up, there are no prohibitions.</summary>
    [Field(2, Always = true, ListType = "atomic")]
    public partial ValueList<PolicyRule> Rules { get; init; }
}

[Message("k8s.io.api.rbac.v1")]
[Kind("rbac.authorization.k8s.io", "v1")]
public sealed partial record RoleList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<Role> Items { get; init; }
}
