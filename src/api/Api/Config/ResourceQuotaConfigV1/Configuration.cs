using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ResourceQuotaConfigV1;

/// <summary>Settings of the ResourceQuota admission plugin.</summary>
[Message]
[Kind("apiserver.config.k8s.io", "v1")]
public sealed partial record Configuration
{
    /// <summary>Resources that need a quota to be used at all.</summary>
    [Field(Always = true)]
    public partial ValueList<LimitedResource> LimitedResources { get; init; }
}

/// <summary>A resource that needs a quota.</summary>
[Message]
public sealed partial record LimitedResource
{
    /// <summary>Its group.</summary>
    [Field]
    public partial string ApiGroup { get; init; }

    /// <summary>Its name.</summary>
    [Field(Always = true)]
    public partial string Resource { get; init; }

    /// <summary>Uses whose name has one of these texts.</summary>
    [Field]
    public partial ValueList<string> MatchContains { get; init; }

    /// <summary>Uses of these scopes.</summary>
    [Field]
    public partial ValueList<ScopedResourceSelectorRequirement> MatchScopes { get; init; }
}
