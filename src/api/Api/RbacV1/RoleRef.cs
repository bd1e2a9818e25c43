using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.RbacV1;

[Message("k8s.io.api.rbac.v1")]
public sealed partial record RoleRef
{
    [Field(1, Always = true, Default = "\"\"")]
    public partial string ApiGroup { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Kind { get; init; }

    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }
}
