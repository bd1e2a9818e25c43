using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>Nodes, as the union of terms.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record NodeSelector
{
    /// <summary>The terms, of which one must match. At least one is required.</summary>
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<NodeSelectorTerm> NodeSelectorTerms { get; init; }
}
