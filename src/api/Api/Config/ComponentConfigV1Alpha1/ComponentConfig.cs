using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ComponentConfigV1Alpha1;

/// <summary>How one of several instances is chosen.</summary>
[Message]
public sealed partial record LeaderElectionConfiguration
{
    /// <summary>Whether one is chosen. True by default.</summary>
    [Field(Always = true)]
    public partial bool? LeaderElect { get; init; }

    /// <summary>How long others wait for a leader that is silent; 15s by default.</summary>
    [Field(Always = true)]
    public partial Duration LeaseDuration { get; init; }

    /// <summary>How long a leader tries to renew; 10s by default.</summary>
    [Field(Always = true)]
    public partial Duration RenewDeadline { get; init; }

    /// <summary>Time between tries; 2s by default.</summary>
    [Field(Always = true)]
    public partial Duration RetryPeriod { get; init; }

    /// <summary>The kind of lock; <c>leases</c>.</summary>
    [Field(Always = true)]
    public partial string ResourceLock { get; init; }

    /// <summary>The lock's name.</summary>
    [Field(Always = true)]
    public partial string ResourceName { get; init; }

    /// <summary>The lock's namespace.</summary>
    [Field(Always = true)]
    public partial string ResourceNamespace { get; init; }
}

/// <summary>What is served for debugging.</summary>
[Message]
public sealed partial record DebuggingConfiguration
{
    /// <summary>Whether /debug/pprof is served.</summary>
    [Field]
    public partial bool? EnableProfiling { get; init; }

    /// <summary>Whether lock contention is profiled.</summary>
    [Field]
    public partial bool? EnableContentionProfiling { get; init; }
}

/// <summary>How the API server is reached.</summary>
[Message]
public sealed partial record ClientConnectionConfiguration
{
    /// <summary>The kubeconfig file.</summary>
    [Field(Always = true)]
    public partial string Kubeconfig { get; init; }

    /// <summary>The media types accepted.</summary>
    [Field(Always = true)]
    public partial string AcceptContentTypes { get; init; }

    /// <summary>The media type sent.</summary>
    [Field(Always = true)]
    public partial string ContentType { get; init; }

    /// <summary>The most requests a second.</summary>
    [Field(Always = true)]
    public partial double Qps { get; init; }

    /// <summary>How far requests may exceed the rate for a moment.</summary>
    [Field(Always = true)]
    public partial int Burst { get; init; }
}
