using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.RbacV1Beta1;

/// <inheritdoc cref="RbacV1.RoleRef"/>
[Message("k8s.io.api.rbac.v1beta1")]
public sealed partial record RoleRef
{
    [Field(1, Always = true)]
    public partial string ApiGroup { get; init; }

    [Field(2, Always = true)]
    public partial string Kind { get; init; }

    [Field(3, Always = true)]
    public partial string Name { get; init; }
}
