using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record NodeSelector
{
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<NodeSelectorTerm> NodeSelectorTerms { get; init; }
}
