using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record PodAffinityTerm
{
    [Field(1)]
    public partial LabelSelector? LabelSelector { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<string> Namespaces { get; init; }

    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string TopologyKey { get; init; }

    [Field(4)]
    public partial LabelSelector? NamespaceSelector { get; init; }

    [Field(5, ListType = "atomic")]
    public partial ValueList<string> MatchLabelKeys { get; init; }

    [Field(6, ListType = "atomic")]
    public partial ValueList<string> MismatchLabelKeys { get; init; }
}
