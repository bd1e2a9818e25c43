using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>Actions tied to a container's start and stop.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record Lifecycle
{
    /// <summary>Runs right after the container was created, at the same time as its program. Failure kills the container.</summary>
    [Field(1)]
    public partial LifecycleHandler? PostStart { get; init; }

    /// <summary>Runs before the stop signal is sent; its time counts against the grace period.</summary>
    [Field(2)]
    public partial LifecycleHandler? PreStop { get; init; }

    /// <summary>The signal that asks the container to stop, such as SIGUSR1. The image's, or SIGTERM, when unset. Needs the pod's os.name.</summary>
    [Field(3)]
    public partial string? StopSignal { get; init; }
}

/// <summary>What to do; exactly one is set.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record LifecycleHandler
{
    /// <summary>Runs a command in the container.</summary>
    [Field(1)]
    public partial ExecAction? Exec { get; init; }

    /// <summary>Makes an HTTP request.</summary>
    [Field(2)]
    public partial HTTPGetAction? HttpGet { get; init; }

    /// <summary>Kept for old objects; does nothing.</summary>
    [Field(3)]
    public partial TCPSocketAction? TcpSocket { get; init; }

    /// <summary>Waits.</summary>
    [Field(4)]
    public partial SleepAction? Sleep { get; init; }
}

/// <summary>A pause.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record SleepAction
{
    /// <summary>How long, from 0 to the termination grace period.</summary>
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial long Seconds { get; init; }
}
