using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record Lifecycle
{
    [Field(1)]
    public partial LifecycleHandler? PostStart { get; init; }

    [Field(2)]
    public partial LifecycleHandler? PreStop { get; init; }

    [Field(3)]
    public partial string? StopSignal { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record LifecycleHandler
{
    [Field(1)]
    public partial ExecAction? Exec { get; init; }

    [Field(2)]
    public partial HTTPGetAction? HttpGet { get; init; }

    [Field(3)]
    public partial TCPSocketAction? TcpSocket { get; init; }

    [Field(4)]
    public partial SleepAction? Sleep { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record SleepAction
{
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial long Seconds { get; init; }
}
