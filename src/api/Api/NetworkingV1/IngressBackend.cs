using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.NetworkingV1;

/// <summary>Where requests go; exactly one is set.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record IngressBackend
{
    /// <summary>A Service in the same namespace.</summary>
    [Field(4)]
    public partial IngressServiceBackend? Service { get; init; }

    /// <summary>Another object in the same namespace, such as a bucket.</summary>
    [Field(3)]
    public partial TypedLocalObjectReference? Resource { get; init; }
}

/// <summary>A Service and its port.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record IngressServiceBackend
{
    /// <summary>The Service.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>The port.</summary>
    [Field(2, Always = true, Default = "{}")]
    public partial ServiceBackendPort Port { get; init; }
}

/// <summary>A port of a Service, by one of the two.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record ServiceBackendPort
{
    /// <summary>The name.</summary>
    [Field(1)]
    public partial string Name { get; init; }

    /// <summary>The number.</summary>
    [Field(2)]
    public partial int Number { get; init; }
}
