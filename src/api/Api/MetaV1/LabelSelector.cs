using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record LabelSelector
{
    [Field(1)]
    public partial ValueMap<string> MatchLabels { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<LabelSelectorRequirement> MatchExpressions { get; init; }
}
