using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record EnvFromSource
{
    [Field(1)]
    public partial string Prefix { get; init; }

    [Field(2)]
    public partial ConfigMapEnvSource? ConfigMapRef { get; init; }

    [Field(3)]
    public partial SecretEnvSource? SecretRef { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ConfigMapEnvSource
{
    [Field(1, Inline = true)]
    public partial LocalObjectReference LocalObjectReference { get; init; }

    [Field(2)]
    public partial bool? Optional { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record SecretEnvSource
{
    [Field(1, Inline = true)]
    public partial LocalObjectReference LocalObjectReference { get; init; }

    [Field(2)]
    public partial bool? Optional { get; init; }
}
