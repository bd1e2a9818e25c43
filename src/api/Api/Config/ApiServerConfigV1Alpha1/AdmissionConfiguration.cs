using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ApiServerConfigV1Alpha1;

/// <inheritdoc cref="ApiServerConfigV1.AdmissionConfiguration"/>
[Message]
[Kind("apiserver.config.k8s.io", "v1alpha1")]
public sealed partial record AdmissionConfiguration
{
    [Field(Always = true)]
    public partial ValueList<AdmissionPluginConfiguration> Plugins { get; init; }
}
