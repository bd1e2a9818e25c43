using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ApiServerConfigV1;

[Message]
[Kind("apiserver.config.k8s.io", "v1")]
public sealed partial record AdmissionConfiguration
{
    [Field(Always = true)]
    public partial ValueList<AdmissionPluginConfiguration> Plugins { get; init; }
}
