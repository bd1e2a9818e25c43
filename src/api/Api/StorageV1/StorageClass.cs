using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.StorageV1;

/// <summary>
/// A sort of storage: who makes the volumes and how. Annotated <c>storageclass.kubernetes.io/is-default-class: "true"</c>, it is the default.
/// All but a few fields are fixed.
/// </summary>
[Message("k8s.io.api.storage.v1")]
[Kind("storage.k8s.io", "v1", Plural = "storageclasses", ShortNames = "sc")]
public sealed partial record StorageClass
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>Who makes the volumes.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Provisioner { get; init; }

    /// <summary>Settings for the provisioner.</summary>
    [Field(3)]
    public partial ValueMap<string> Parameters { get; init; }

    /// <summary>What happens to volumes whose claim goes: <c>Delete</c> (the default) or <c>Retain</c>.</summary>
    [Field(4)]
    public partial string? ReclaimPolicy { get; init; }

    /// <summary>Options for mount; not checked.</summary>
    [Field(5, ListType = "atomic")]
    public partial ValueList<string> MountOptions { get; init; }

    /// <summary>Whether claims may grow.</summary>
    [Field(6)]
    public partial bool? AllowVolumeExpansion { get; init; }

    /// <summary><c>Immediate</c> (the default), or <c>WaitForFirstConsumer</c>: a volume is chosen where the pod is placed.</summary>
    [Field(7)]
    public partial string? VolumeBindingMode { get; init; }

    /// <summary>Places to which volumes are limited.</summary>
    [Field(8, ListType = "atomic")]
    public partial ValueList<TopologySelectorTerm> AllowedTopologies { get; init; }
}

[Message("k8s.io.api.storage.v1")]
[Kind("storage.k8s.io", "v1")]
public sealed partial record StorageClassList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<StorageClass> Items { get; init; }
}
