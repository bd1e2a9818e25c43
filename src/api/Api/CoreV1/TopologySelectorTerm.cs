using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record TopologySelectorTerm
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<TopologySelectorLabelRequirement> MatchLabelExpressions { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record TopologySelectorLabelRequirement
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Key { get; init; }

    [Field(2, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<string> Values { get; init; }
}
