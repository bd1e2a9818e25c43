using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record PodLogOptions
{
    [Field(1)]
    public partial string Container { get; init; }

    [Field(2)]
    public partial bool Follow { get; init; }

    [Field(3)]
    public partial bool Previous { get; init; }

    [Field(4)]
    public partial long? SinceSeconds { get; init; }

    [Field(5)]
    public partial Time? SinceTime { get; init; }

    [Field(6)]
    public partial bool Timestamps { get; init; }

    [Field(7)]
    public partial long? TailLines { get; init; }

    [Field(8)]
    public partial long? LimitBytes { get; init; }

    [Field(9)]
    public partial bool InsecureSkipTLSVerifyBackend { get; init; }

    [Field(10)]
    public partial string? Stream { get; init; }
}
