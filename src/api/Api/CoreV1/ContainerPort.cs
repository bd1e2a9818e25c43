using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A port that a container listens on.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ContainerPort
{
    /// <summary>
    /// A name of up to 15 characters (letters, digits, hyphens), unique in the pod, by which Services and probes may refer to the port.
    /// </summary>
    [Field(1)]
    public partial string Name { get; init; }

    /// <summary>
    /// The node's port that leads to this one, 1 to 65535. Limits the pod to nodes where it is free; with hostNetwork it must equal
    /// containerPort.
    /// </summary>
    [Field(2)]
    public partial int HostPort { get; init; }

    /// <summary>The port inside the pod, 1 to 65535.</summary>
    [Field(3, Json = "containerPort", Always = true, Required = true, Default = "0")]
    public partial int ContainerPortValue { get; init; }

    /// <summary><c>TCP</c> (the default), <c>UDP</c> or <c>SCTP</c>.</summary>
    [Field(4, Default = "\"TCP\"")]
    public partial string Protocol { get; init; }

    /// <summary>The node's address on which hostPort is bound; all when unset.</summary>
    [Field(5)]
    public partial string HostIP { get; init; }
}
