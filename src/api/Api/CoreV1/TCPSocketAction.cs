using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record TCPSocketAction
{
    [Field(1, Always = true, Required = true)]
    public partial IntOrString Port { get; init; }

    [Field(2)]
    public partial string Host { get; init; }
}
