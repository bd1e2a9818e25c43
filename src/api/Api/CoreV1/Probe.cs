using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record Probe
{
    [Field(1, Inline = true)]
    public partial ProbeHandler Handler { get; init; }

    [Field(2)]
    public partial int InitialDelaySeconds { get; init; }

    [Field(3)]
    public partial int TimeoutSeconds { get; init; }

    [Field(4)]
    public partial int PeriodSeconds { get; init; }

    [Field(5)]
    public partial int SuccessThreshold { get; init; }

    [Field(6)]
    public partial int FailureThreshold { get; init; }

    [Field(7)]
    public partial long? TerminationGracePeriodSeconds { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record GRPCAction
{
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial int Port { get; init; }

    [Field(2, Always = true, Default = "\"\"")]
    public partial string? Service { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ProbeHandler
{
    [Field(1)]
    public partial ExecAction? Exec { get; init; }

    [Field(2)]
    public partial HTTPGetAction? HttpGet { get; init; }

    [Field(3)]
    public partial TCPSocketAction? TcpSocket { get; init; }

    [Field(4)]
    public partial GRPCAction? Grpc { get; init; }
}
