using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ResourceV1Alpha3;

/// <summary>Asks how many devices of pools are in use.</summary>
[Message("k8s.io.api.resource.v1alpha3")]
[Kind("resource.k8s.io", "v1alpha3", Plural = "resourcepoolstatusrequests")]
public sealed partial record ResourcePoolStatusRequest
{
    [Field(1, Always = true, Required = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial ResourcePoolStatusRequestSpec Spec { get; init; }

    [Field(3)]
    public partial ResourcePoolStatusRequestStatus? Status { get; init; }
}

[Message("k8s.io.api.resource.v1alpha3")]
[Kind("resource.k8s.io", "v1alpha3")]
public sealed partial record ResourcePoolStatusRequestList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ResourcePoolStatusRequest> Items { get; init; }
}

/// <summary>A pool and its devices.</summary>
[Message("k8s.io.api.resource.v1alpha3")]
public sealed partial record PoolStatus
{
    /// <summary>The driver.</summary>
    [Field(1, Required = true)]
    public partial string Driver { get; init; }

    /// <summary>The pool.</summary>
    [Field(2, Required = true)]
    public partial string PoolName { get; init; }

    /// <summary>The pool's generation.</summary>
    [Field(9, Always = true, Required = true, Default = "0")]
    public partial long Generation { get; init; }

    /// <summary>How many slices it has.</summary>
    [Field(8)]
    public partial int? ResourceSliceCount { get; init; }

    /// <summary>How many devices it has.</summary>
    [Field(4)]
    public partial int? TotalDevices { get; init; }

    /// <summary>How many are in use.</summary>
    [Field(5)]
    public partial int? AllocatedDevices { get; init; }

    /// <summary>How many are free.</summary>
    [Field(6)]
    public partial int? AvailableDevices { get; init; }

    /// <summary>How many cannot be used.</summary>
    [Field(7)]
    public partial int? UnavailableDevices { get; init; }

    /// <summary>The node that has them.</summary>
    [Field(3)]
    public partial string? NodeName { get; init; }

    /// <summary>Why the pool cannot be counted.</summary>
    [Field(10)]
    public partial string? ValidationError { get; init; }
}

/// <summary>Which pools. Fixed.</summary>
[Message("k8s.io.api.resource.v1alpha3")]
public sealed partial record ResourcePoolStatusRequestSpec
{
    /// <summary>The driver.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Driver { get; init; }

    /// <summary>The pool; all of the driver's when unset.</summary>
    [Field(2)]
    public partial string? PoolName { get; init; }

    /// <summary>The most pools in the answer.</summary>
    [Field(3, Default = "100")]
    public partial int? Limit { get; init; }
}

/// <summary>The answer.</summary>
[Message("k8s.io.api.resource.v1alpha3")]
public sealed partial record ResourcePoolStatusRequestStatus
{
    /// <summary>How many pools there are.</summary>
    [Field(6, Required = true)]
    public partial int? PoolCount { get; init; }

    /// <summary>The pools.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<PoolStatus> Pools { get; init; }

    /// <summary>Complete or Failed.</summary>
    [Field(3, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<Condition> Conditions { get; init; }
}
