using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.RbacV1;

[Message("k8s.io.api.rbac.v1")]
public sealed partial record PolicyRule
{
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<string> Verbs { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<string> ApiGroups { get; init; }

    [Field(3, ListType = "atomic")]
    public partial ValueList<string> Resources { get; init; }

    [Field(4, ListType = "atomic")]
    public partial ValueList<string> ResourceNames { get; init; }

    [Field(5, ListType = "atomic")]
    public partial ValueList<string> NonResourceURLs { get; init; }
}
