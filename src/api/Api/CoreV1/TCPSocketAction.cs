using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>Opening a TCP connection.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record TCPSocketAction
{
    /// <summary>The port's number or a container port's name.</summary>
    [Field(1, Always = true, Required = true)]
    public partial IntOrString Port { get; init; }

    /// <summary>The host; the pod's address by default.</summary>
    [Field(2)]
    public partial string Host { get; init; }
}
