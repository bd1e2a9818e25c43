using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>What storage is asked for.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PersistentVolumeClaimSpec
{
    /// <summary>How the volume shall be mountable; a volume must offer all of these.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<string> AccessModes { get; init; }

    /// <summary>The volumes considered, by label. Rules out provisioning.</summary>
    [Field(4)]
    public partial LabelSelector? Selector { get; init; }

    /// <summary>How much is asked for: requests.storage. May be raised later where the class allows expansion.</summary>
    [Field(2, Always = true, Default = "{}")]
    public partial VolumeResourceRequirements Resources { get; init; }

    /// <summary>The volume bound, or the one wanted.</summary>
    [Field(3)]
    public partial string VolumeName { get; init; }

    /// <summary>The class. The default class when unset; the empty text asks for volumes without a class, which are never provisioned.</summary>
    [Field(5)]
    public partial string? StorageClassName { get; init; }

    /// <summary><c>Filesystem</c> (the default) or <c>Block</c>.</summary>
    [Field(6)]
    public partial string? VolumeMode { get; init; }

    /// <summary>A snapshot or claim to start from, in the same namespace. Kept equal to dataSourceRef where that names no namespace.</summary>
    [Field(7)]
    public partial TypedLocalObjectReference? DataSource { get; init; }

    /// <summary>What to start from; any kind for which there is a populator.</summary>
    [Field(8)]
    public partial TypedObjectReference? DataSourceRef { get; init; }

    /// <summary>The class of changeable properties, such as throughput. May be changed later.</summary>
    [Field(9)]
    public partial string? VolumeAttributesClassName { get; init; }
}

/// <summary>An object by kind and name, perhaps in another namespace.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record TypedObjectReference
{
    /// <summary>The group; the core group when unset.</summary>
    [Field(1, Always = true)]
    public partial string? ApiGroup { get; init; }

    /// <summary>The kind.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Kind { get; init; }

    /// <summary>The name.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>The namespace; the referrer's own when unset. Another one needs a ReferenceGrant there.</summary>
    [Field(4)]
    public partial string? Namespace { get; init; }
}

/// <summary>Amounts of storage.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record VolumeResourceRequirements
{
    /// <summary>The most wanted.</summary>
    [Field(1)]
    public partial ValueMap<Quantity> Limits { get; init; }

    /// <summary>The least wanted.</summary>
    [Field(2)]
    public partial ValueMap<Quantity> Requests { get; init; }
}
