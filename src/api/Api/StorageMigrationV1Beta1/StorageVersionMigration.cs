using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.StorageMigrationV1Beta1;

/// <summary>Has every object of a resource stored anew, in the version that is stored today.</summary>
[Message("k8s.io.api.storagemigration.v1beta1")]
[Kind("storagemigration.k8s.io", "v1beta1", Plural = "storageversionmigrations")]
public sealed partial record StorageVersionMigration
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial StorageVersionMigrationSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial StorageVersionMigrationStatus Status { get; init; }
}

[Message("k8s.io.api.storagemigration.v1beta1")]
[Kind("storagemigration.k8s.io", "v1beta1")]
public sealed partial record StorageVersionMigrationList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<StorageVersionMigration> Items { get; init; }
}

/// <summary>Which resource. Fixed.</summary>
[Message("k8s.io.api.storagemigration.v1beta1")]
public sealed partial record StorageVersionMigrationSpec
{
    /// <summary>The resource.</summary>
    [Field(1, Always = true, Required = true, Default = "{}")]
    public partial GroupResource Resource { get; init; }
}

/// <summary>How it is going.</summary>
[Message("k8s.io.api.storagemigration.v1beta1")]
public sealed partial record StorageVersionMigrationStatus
{
    /// <summary>Running, Succeeded, Failed.</summary>
    [Field(1, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<Condition> Conditions { get; init; }

    /// <summary>The version at which it began.</summary>
    [Field(2)]
    public partial string ResourceVersion { get; init; }
}
