using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record QuobyteVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Registry { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Volume { get; init; }

    [Field(3)]
    public partial bool ReadOnly { get; init; }

    [Field(4)]
    public partial string User { get; init; }

    [Field(5)]
    public partial string Group { get; init; }

    [Field(6)]
    public partial string Tenant { get; init; }
}
