using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>Nodes that meet every requirement listed. A term without requirements matches no node.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record NodeSelectorTerm
{
    /// <summary>Requirements on the node's labels.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<NodeSelectorRequirement> MatchExpressions { get; init; }

    /// <summary>Requirements on the node's fields; only <c>metadata.name</c> is known.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<NodeSelectorRequirement> MatchFields { get; init; }
}

/// <summary>A requirement on one label or field.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record NodeSelectorRequirement
{
    /// <summary>The label's or field's name.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Key { get; init; }

    /// <summary><c>In</c>, <c>NotIn</c>, <c>Exists</c>, <c>DoesNotExist</c>, <c>Gt</c> or <c>Lt</c>.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Operator { get; init; }

    /// <summary>
    /// What to compare with: one or more for In and NotIn, none for Exists and DoesNotExist, exactly one whole number for Gt and Lt.
    /// </summary>
    [Field(3, ListType = "atomic")]
    public partial ValueList<string> Values { get; init; }
}
