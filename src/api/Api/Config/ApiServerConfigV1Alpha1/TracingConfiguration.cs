using Cybernetes.Api.Machinery;
using Cybernetes.Api.TracingConfigV1;

namespace Cybernetes.Api.ApiServerConfigV1Alpha1;

/// <inheritdoc cref="ApiServerConfigV1.TracingConfiguration"/>
[Message]
[Kind("apiserver.config.k8s.io", "v1alpha1")]
public sealed partial record TracingConfiguration
{
    [Field(Inline = true)]
    public partial TracingConfigV1.TracingConfiguration TracingConfigurationValue { get; init; }
}
