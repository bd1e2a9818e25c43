using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A ConfigMap or Secret whose keys all become variables.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record EnvFromSource
{
    /// <summary>Text put before every name.</summary>
    [Field(1)]
    public partial string Prefix { get; init; }

    /// <summary>The ConfigMap.</summary>
    [Field(2)]
    public partial ConfigMapEnvSource? ConfigMapRef { get; init; }

    /// <summary>The Secret.</summary>
    [Field(3)]
    public partial SecretEnvSource? SecretRef { get; init; }
}

/// <summary>A ConfigMap whose data becomes variables.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ConfigMapEnvSource
{
    /// <summary>The ConfigMap's name.</summary>
    [Field(1, Inline = true)]
    public partial LocalObjectReference LocalObjectReference { get; init; }

    /// <summary>Whether the ConfigMap may be missing.</summary>
    [Field(2)]
    public partial bool? Optional { get; init; }
}

/// <summary>A Secret whose data becomes variables.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record SecretEnvSource
{
    /// <summary>The Secret's name.</summary>
    [Field(1, Inline = true)]
    public partial LocalObjectReference LocalObjectReference { get; init; }

    /// <summary>Whether the Secret may be missing.</summary>
    [Field(2)]
    public partial bool? Optional { get; init; }
}
