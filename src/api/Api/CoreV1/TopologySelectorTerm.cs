using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>Places that meet every requirement; an empty term matches all.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record TopologySelectorTerm
{
    /// <summary>The requirements.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<TopologySelectorLabelRequirement> MatchLabelExpressions { get; init; }
}

/// <summary>A label that must have one of several values.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record TopologySelectorLabelRequirement
{
    /// <summary>The label.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Key { get; init; }

    /// <summary>The values.</summary>
    [Field(2, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<string> Values { get; init; }
}
