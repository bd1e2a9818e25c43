using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A repeated check of a container.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record Probe
{
    /// <summary>What is done to check; exactly one.</summary>
    [Field(1, Inline = true)]
    public partial ProbeHandler Handler { get; init; }

    /// <summary>Seconds after the container's start before the first check. 0 by default.</summary>
    [Field(2)]
    public partial int InitialDelaySeconds { get; init; }

    /// <summary>Seconds after which a check counts as failed. 1 by default, at least 1.</summary>
    [Field(3)]
    public partial int TimeoutSeconds { get; init; }

    /// <summary>Seconds between checks. 10 by default, at least 1.</summary>
    [Field(4)]
    public partial int PeriodSeconds { get; init; }

    /// <summary>Successes in a row that turn a failed check good again. 1 by default; must be 1 for liveness and startup.</summary>
    [Field(5)]
    public partial int SuccessThreshold { get; init; }

    /// <summary>Failures in a row that make the check fail. 3 by default, at least 1.</summary>
    [Field(6)]
    public partial int FailureThreshold { get; init; }

    /// <summary>The grace period when this check kills the container, in place of the pod's. At least 1; not for readiness.</summary>
    [Field(7)]
    public partial long? TerminationGracePeriodSeconds { get; init; }
}

/// <summary>A call of the gRPC health service.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record GRPCAction
{
    /// <summary>The port's number, 1 to 65535.</summary>
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial int Port { get; init; }

    /// <summary>The service name asked for in the request; empty asks for the whole server.</summary>
    [Field(2, Always = true, Default = "\"\"")]
    public partial string? Service { get; init; }
}

/// <summary>How to check; exactly one is set.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ProbeHandler
{
    /// <summary>Runs a command in the container.</summary>
    [Field(1)]
    public partial ExecAction? Exec { get; init; }

    /// <summary>Makes an HTTP request.</summary>
    [Field(2)]
    public partial HTTPGetAction? HttpGet { get; init; }

    /// <summary>Opens a connection.</summary>
    [Field(3)]
    public partial TCPSocketAction? TcpSocket { get; init; }

    /// <summary>Asks the gRPC health service.</summary>
    [Field(4)]
    public partial GRPCAction? Grpc { get; init; }
}
