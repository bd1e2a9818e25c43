using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ResourceQuotaConfigV1;

[Message]
[Kind("apiserver.config.k8s.io", "v1")]
public sealed partial record Configuration
{
    [Field(Always = true)]
    public partial ValueList<LimitedResource> LimitedResources { get; init; }
}

[Message]
public sealed partial record LimitedResource
{
    [Field]
    public partial string ApiGroup { get; init; }

    [Field(Always = true)]
    public partial string Resource { get; init; }

    [Field]
    public partial ValueList<string> MatchContains { get; init; }

    [Field]
    public partial ValueList<ScopedResourceSelectorRequirement> MatchScopes { get; init; }
}
