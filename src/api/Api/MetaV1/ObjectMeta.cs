using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>Name, owner, versions and labels: what every stored object has.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record ObjectMeta
{
    /// <summary>The name, unique among the objects of its kind in its namespace. Fixed.</summary>
    [Field(1)]
    public partial string Name { get; init; }

    /// <summary>A prefix to which the server adds five random characters where no name is given.</summary>
    [Field(2)]
    public partial string GenerateName { get; init; }

    /// <summary>The namespace; <c>default</c> where none is named. Empty for kinds outside namespaces. Fixed.</summary>
    [Field(3)]
    public partial string Namespace { get; init; }

    /// <summary>No longer used.</summary>
    [Field(4)]
    public partial string SelfLink { get; init; }

    /// <summary>The server's id of this very object; a later one of the same name has another.</summary>
    [Field(5)]
    public partial string Uid { get; init; }

    /// <summary>
    /// The version of the stored object: changes with every write. Sent back with an update, it must still be current. To be compared only with
    /// others of the same resource.
    /// </summary>
    [Field(6)]
    public partial string ResourceVersion { get; init; }

    /// <summary>Counts the changes of what is wanted (spec), not of status.</summary>
    [Field(7)]
    public partial long Generation { get; init; }

    /// <summary>When the object was made.</summary>
    [Field(8)]
    public partial Time CreationTimestamp { get; init; }

    /// <summary>When the object will be, or should have been, gone. Set by the server when deletion is asked for; cannot be taken back.</summary>
    [Field(9)]
    public partial Time? DeletionTimestamp { get; init; }

    /// <summary>Seconds given for a graceful end. May only be shortened.</summary>
    [Field(10)]
    public partial long? DeletionGracePeriodSeconds { get; init; }

    /// <summary>Short keys and values to find and group objects by.</summary>
    [Field(11)]
    public partial ValueMap<string> Labels { get; init; }

    /// <summary>Keys and values of any form, for tools; not to search by. At most 256 KiB in all.</summary>
    [Field(12)]
    public partial ValueMap<string> Annotations { get; init; }

    /// <summary>The objects that this one belongs to. It is deleted when all of them are gone.</summary>
    [Field(13, ListType = "map", MapKeys = "uid", Patch = "merge", MergeKey = "uid")]
    public partial ValueList<OwnerReference> OwnerReferences { get; init; }

    /// <summary>Who must do something before the object may go. It stays, marked as deleted, until the list is empty.</summary>
    [Field(14, ListType = "set", Patch = "merge")]
    public partial ValueList<string> Finalizers { get; init; }

    /// <summary>Which field was last written by whom; kept by the server for server-side apply.</summary>
    [Field(17, ListType = "atomic")]
    public partial ValueList<ManagedFieldsEntry> ManagedFields { get; init; }
}

/// <summary>The fields that one manager wrote in one way.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record ManagedFieldsEntry
{
    /// <summary>The manager's name.</summary>
    [Field(1)]
    public partial string Manager { get; init; }

    /// <summary><c>Apply</c> or <c>Update</c>.</summary>
    [Field(2)]
    public partial string Operation { get; init; }

    /// <summary>The version in which the fields are named.</summary>
    [Field(3)]
    public partial string ApiVersion { get; init; }

    /// <summary>When the manager last changed the set or a value.</summary>
    [Field(4)]
    public partial Time? Time { get; init; }

    /// <summary>The format of the set; <c>FieldsV1</c>.</summary>
    [Field(6)]
    public partial string FieldsType { get; init; }

    /// <summary>The set of fields.</summary>
    [Field(7)]
    public partial FieldsV1? FieldsV1 { get; init; }

    /// <summary>The subresource that was written; empty for the object itself.</summary>
    [Field(8)]
    public partial string Subresource { get; init; }
}
