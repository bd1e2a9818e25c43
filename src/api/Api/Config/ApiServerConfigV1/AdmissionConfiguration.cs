using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ApiServerConfigV1;

/// <summary>Settings of admission plugins: the file given by <c>--admission-control-config-file</c>.</summary>
[Message]
[Kind("apiserver.config.k8s.io", "v1")]
public sealed partial record AdmissionConfiguration
{
    /// <summary>The plugins.</summary>
    [Field(Always = true)]
    public partial ValueList<AdmissionPluginConfiguration> Plugins { get; init; }
}
