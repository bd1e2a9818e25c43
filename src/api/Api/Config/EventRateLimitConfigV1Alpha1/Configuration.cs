using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.EventRateLimitConfigV1Alpha1;

/// <summary>Settings of the EventRateLimit admission plugin.</summary>
[Message]
[Kind("eventratelimit.admission.k8s.io", "v1alpha1")]
public sealed partial record Configuration
{
    /// <summary>The limits.</summary>
    [Field(Always = true)]
    public partial ValueList<Limit> Limits { get; init; }
}

/// <summary>A limit of events.</summary>
[Message]
public sealed partial record Limit
{
    /// <summary><c>Server</c>, <c>Namespace</c>, <c>User</c> or <c>SourceAndObject</c>.</summary>
    [Field(Always = true)]
    public partial string Type { get; init; }

    /// <summary>The most events a second.</summary>
    [Field(Always = true)]
    public partial int Qps { get; init; }

    /// <summary>How far they may exceed the rate for a moment.</summary>
    [Field(Always = true)]
    public partial int Burst { get; init; }

    /// <summary>How many buckets are kept; 4096 by default.</summary>
    [Field]
    public partial int CacheSize { get; init; }
}
