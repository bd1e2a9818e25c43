using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ApiServerConfigV1;

/// <summary>How resources are encrypted in the store: the file given by <c>--encryption-provider-config</c>.</summary>
[Message]
[Kind("apiserver.config.k8s.io", "v1")]
public sealed partial record EncryptionConfiguration
{
    /// <summary>Resources and their providers.</summary>
    [Field(Always = true)]
    public partial ValueList<ResourceConfiguration> Resources { get; init; }
}
