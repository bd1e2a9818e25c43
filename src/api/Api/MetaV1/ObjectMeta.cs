using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record ObjectMeta
{
    [Field(1)]
    public partial string Name { get; init; }

    [Field(2)]
    public partial string GenerateName { get; init; }

    [Field(3)]
    public partial string Namespace { get; init; }

    [Field(4)]
    public partial string SelfLink { get; init; }

    [Field(5)]
    public partial string Uid { get; init; }

    [Field(6)]
    public partial string ResourceVersion { get; init; }

    [Field(7)]
    public partial long Generation { get; init; }

    [Field(8)]
    public partial Time CreationTimestamp { get; init; }

    [Field(9)]
    public partial Time? DeletionTimestamp { get; init; }

    [Field(10)]
    public partial long? DeletionGracePeriodSeconds { get; init; }

    [Field(11)]
    public partial ValueMap<string> Labels { get; init; }

    [Field(12)]
    public partial ValueMap<string> Annotations { get; init; }

    [Field(13, ListType = "map", MapKeys = "uid", Patch = "merge", MergeKey = "uid")]
    public partial ValueList<OwnerReference> OwnerReferences { get; init; }

    [Field(14, ListType = "set", Patch = "merge")]
    public partial ValueList<string> Finalizers { get; init; }

    [Field(17, ListType = "atomic")]
    public partial ValueList<ManagedFieldsEntry> ManagedFields { get; init; }
}

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record ManagedFieldsEntry
{
    [Field(1)]
    public partial string Manager { get; init; }

    [Field(2)]
    public partial string Operation { get; init; }

    [Field(3)]
    public partial string ApiVersion { get; init; }

    [Field(4)]
    public partial Time? Time { get; init; }

    [Field(6)]
    public partial string FieldsType { get; init; }

    [Field(7)]
    public partial FieldsV1? FieldsV1 { get; init; }

    [Field(8)]
    public partial string Subresource { get; init; }
}
