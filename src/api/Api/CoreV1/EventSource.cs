using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>Who reported an event.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record EventSource
{
    /// <summary>The component.</summary>
    [Field(1)]
    public partial string Component { get; init; }

    /// <summary>The node it runs on.</summary>
    [Field(2)]
    public partial string Host { get; init; }
}
