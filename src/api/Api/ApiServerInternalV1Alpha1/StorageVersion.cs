using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ApiServerInternalV1Alpha1;

/// <summary>In which versions the API servers of a cluster store a resource.</summary>
[Message("k8s.io.api.apiserverinternal.v1alpha1")]
[Kind("internal.apiserver.k8s.io", "v1alpha1", Plural = "storageversions")]
public sealed partial record StorageVersion
{
    [Field(1, Always = true, Required = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial StorageVersionSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial StorageVersionStatus Status { get; init; }
}

[Message("k8s.io.api.apiserverinternal.v1alpha1")]
[Kind("internal.apiserver.k8s.io", "v1alpha1")]
public sealed partial record StorageVersionList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<StorageVersion> Items { get; init; }
}

/// <summary>What one server says.</summary>
[Message("k8s.io.api.apiserverinternal.v1alpha1")]
public sealed partial record ServerStorageVersion
{
    /// <summary>The server.</summary>
    [Field(1, Required = true)]
    public partial string ApiServerID { get; init; }

    /// <summary>The version in which it stores.</summary>
    [Field(2, Required = true)]
    public partial string EncodingVersion { get; init; }

    /// <summary>The versions that it can read.</summary>
    [Field(3, Required = true, ListType = "set")]
    public partial ValueList<string> DecodableVersions { get; init; }

    /// <summary>The versions that it serves.</summary>
    [Field(4, ListType = "set")]
    public partial ValueList<string> ServedVersions { get; init; }
}

/// <summary>A side of its state.</summary>
/// <inheritdoc cref="MetaV1.Condition"/>
[Message("k8s.io.api.apiserverinternal.v1alpha1")]
public sealed partial record StorageVersionCondition
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Status { get; init; }

    [Field(3)]
    public partial long ObservedGeneration { get; init; }

    [Field(4, Always = true)]
    public partial Time LastTransitionTime { get; init; }

    [Field(5, Always = true, Required = true, Default = "\"\"")]
    public partial string Reason { get; init; }

    [Field(6, Required = true)]
    public partial string Message { get; init; }
}

/// <summary>What each server says.</summary>
[Message("k8s.io.api.apiserverinternal.v1alpha1")]
public sealed partial record StorageVersionStatus
{
    /// <summary>What each server says.</summary>
    [Field(1, ListType = "map", MapKeys = "apiServerID")]
    public partial ValueList<ServerStorageVersion> StorageVersions { get; init; }

    /// <summary>The version in which all store; unset where they differ.</summary>
    [Field(2)]
    public partial string? CommonEncodingVersion { get; init; }

    /// <summary>What holds at present; AllEncodingVersionsEqual.</summary>
    [Field(3, ListType = "map", MapKeys = "type")]
    public partial ValueList<StorageVersionCondition> Conditions { get; init; }
}

/// <summary>Nothing.</summary>
[Message("k8s.io.api.apiserverinternal.v1alpha1")]
public sealed partial record StorageVersionSpec
{
}
