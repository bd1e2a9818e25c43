using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ComponentConfigV1Alpha1;

[Message]
public sealed partial record LeaderElectionConfiguration
{
    [Field(Always = true)]
    public partial bool? LeaderElect { get; init; }

    [Field(Always = true)]
    public partial Duration LeaseDuration { get; init; }

    [Field(Always = true)]
    public partial Duration RenewDeadline { get; init; }

    [Field(Always = true)]
    public partial Duration RetryPeriod { get; init; }

    [Field(Always = true)]
    public partial string ResourceLock { get; init; }

    [Field(Always = true)]
    public partial string ResourceName { get; init; }

    [Field(Always = true)]
    public partial string ResourceNamespace { get; init; }
}

[Message]
public sealed partial record DebuggingConfiguration
{
    [Field]
    public partial bool? EnableProfiling { get; init; }

    [Field]
    public partial bool? EnableContentionProfiling { get; init; }
}

[Message]
public sealed partial record ClientConnectionConfiguration
{
    [Field(Always = true)]
    public partial string Kubeconfig { get; init; }

    [Field(Always = true)]
    public partial string AcceptContentTypes { get; init; }

    [Field(Always = true)]
    public partial string ContentType { get; init; }

    [Field(Always = true)]
    public partial double Qps { get; init; }

    [Field(Always = true)]
    public partial int Burst { get; init; }
}
