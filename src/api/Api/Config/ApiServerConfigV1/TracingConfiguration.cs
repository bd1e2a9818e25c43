using Cybernetes.Api.Machinery;
using Cybernetes.Api.TracingConfigV1;

namespace Cybernetes.Api.ApiServerConfigV1;

/// <summary>Where traces go: the file given by <c>--tracing-config-file</c>.</summary>
[Message]
[Kind("apiserver.config.k8s.io", "v1")]
public sealed partial record TracingConfiguration
{
    /// <summary>The settings.</summary>
    [Field(Inline = true)]
    public partial TracingConfigV1.TracingConfiguration TracingConfigurationValue { get; init; }
}
