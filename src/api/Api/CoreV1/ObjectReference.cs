using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record ObjectReference
{
    [Field(1)]
    public partial string Kind { get; init; }

    [Field(2)]
    public partial string Namespace { get; init; }

    [Field(3)]
    public partial string Name { get; init; }

    [Field(4)]
    public partial string Uid { get; init; }

    [Field(5)]
    public partial string ApiVersion { get; init; }

    [Field(6)]
    public partial string ResourceVersion { get; init; }

    [Field(7)]
    public partial string FieldPath { get; init; }
}
