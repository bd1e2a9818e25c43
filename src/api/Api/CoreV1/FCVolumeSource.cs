using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record FCVolumeSource
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<string> TargetWWNs { get; init; }

    [Field(2)]
    public partial int? Lun { get; init; }

    [Field(3)]
    public partial string FsType { get; init; }

    [Field(4)]
    public partial bool ReadOnly { get; init; }

    [Field(5, ListType = "atomic")]
    public partial ValueList<string> Wwids { get; init; }
}
