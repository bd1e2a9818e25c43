using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ApiServerConfigV1Alpha1;

[Message]
[Kind("apiserver.config.k8s.io", "v1alpha1")]
public sealed partial record EgressSelectorConfiguration
{
    [Field(Always = true)]
    public partial ValueList<EgressSelection> EgressSelections { get; init; }
}
