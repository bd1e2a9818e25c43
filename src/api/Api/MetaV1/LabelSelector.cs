using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>Objects that have certain labels. All requirements must hold; an empty selector matches everything, a missing one nothing.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record LabelSelector
{
    /// <summary>Labels with the values they must have.</summary>
    [Field(1)]
    public partial ValueMap<string> MatchLabels { get; init; }

    /// <summary>Further requirements.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<LabelSelectorRequirement> MatchExpressions { get; init; }
}
