using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record ContainerPort
{
    [Field(1)]
    public partial string Name { get; init; }

    [Field(2)]
    public partial int HostPort { get; init; }

    [Field(3, Json = "containerPort", Always = true, Required = true, Default = "0")]
    public partial int ContainerPortValue { get; init; }

    [Field(4, Default = "\"TCP\"")]
    public partial string Protocol { get; init; }

    [Field(5)]
    public partial string HostIP { get; init; }
}
