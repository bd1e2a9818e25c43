using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record PodAttachOptions
{
    [Field(1)]
    public partial bool Stdin { get; init; }

    [Field(2)]
    public partial bool Stdout { get; init; }

    [Field(3)]
    public partial bool Stderr { get; init; }

    [Field(4)]
    public partial bool Tty { get; init; }

    [Field(5)]
    public partial string Container { get; init; }
}
