using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record VolumeMount
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2)]
    public partial bool ReadOnly { get; init; }

    [Field(7)]
    public partial string? RecursiveReadOnly { get; init; }

    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string MountPath { get; init; }

    [Field(4)]
    public partial string SubPath { get; init; }

    [Field(5)]
    public partial string? MountPropagation { get; init; }

    [Field(6)]
    public partial string SubPathExpr { get; init; }
}
