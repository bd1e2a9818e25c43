using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.EventRateLimitConfigV1Alpha1;

[Message]
[Kind("eventratelimit.admission.k8s.io", "v1alpha1")]
public sealed partial record Configuration
{
    [Field(Always = true)]
    public partial ValueList<Limit> Limits { get; init; }
}

[Message]
public sealed partial record Limit
{
    [Field(Always = true)]
    public partial string Type { get; init; }

    [Field(Always = true)]
    public partial int Qps { get; init; }

    [Field(Always = true)]
    public partial int Burst { get; init; }

    [Field]
    public partial int CacheSize { get; init; }
}
