using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record Toleration
{
    [Field(1)]
    public partial string Key { get; init; }

    [Field(2)]
    public partial string Operator { get; init; }

    [Field(3)]
    public partial string Value { get; init; }

    [Field(4)]
    public partial string Effect { get; init; }

    [Field(5)]
    public partial long? TolerationSeconds { get; init; }
}
