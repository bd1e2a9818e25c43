using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ApiServerConfigV1Beta1;

/// <summary>By which ways the API server reaches others: the file given by <c>--egress-selector-config-file</c>.</summary>
[Message]
[Kind("apiserver.config.k8s.io", "v1beta1")]
public sealed partial record EgressSelectorConfiguration
{
    /// <summary>The ways.</summary>
    [Field(Always = true)]
    public partial ValueList<EgressSelection> EgressSelections { get; init; }
}
