using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record PersistentVolumeClaimSpec
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<string> AccessModes { get; init; }

    [Field(4)]
    public partial LabelSelector? Selector { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial VolumeResourceRequirements Resources { get; init; }

    [Field(3)]
    public partial string VolumeName { get; init; }

    [Field(5)]
    public partial string? StorageClassName { get; init; }

    [Field(6)]
    public partial string? VolumeMode { get; init; }

    [Field(7)]
    public partial TypedLocalObjectReference? DataSource { get; init; }

    [Field(8)]
    public partial TypedObjectReference? DataSourceRef { get; init; }

    [Field(9)]
    public partial string? VolumeAttributesClassName { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record TypedObjectReference
{
    [Field(1, Always = true)]
    public partial string? ApiGroup { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Kind { get; init; }

    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(4)]
    public partial string? Namespace { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record VolumeResourceRequirements
{
    [Field(1)]
    public partial ValueMap<Quantity> Limits { get; init; }

    [Field(2)]
    public partial ValueMap<Quantity> Requests { get; init; }
}
