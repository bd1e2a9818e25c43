using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record NodeSelectorTerm
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<NodeSelectorRequirement> MatchExpressions { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<NodeSelectorRequirement> MatchFields { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record NodeSelectorRequirement
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Key { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Operator { get; init; }

    [Field(3, ListType = "atomic")]
    public partial ValueList<string> Values { get; init; }
}
