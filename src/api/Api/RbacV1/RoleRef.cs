using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.RbacV1;

/// <summary>A role.</summary>
[Message("k8s.io.api.rbac.v1")]
public sealed partial record RoleRef
{
    /// <summary><c>rbac.authorization.k8s.io</c>.</summary>
    [Field(1, Always = true, Default = "\"\"")]
    public partial string ApiGroup { get; init; }

    /// <summary><c>Role</c> or <c>ClusterRole</c>.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Kind { get; init; }

    /// <summary>Its name.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }
}
