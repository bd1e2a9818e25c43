using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ResourceV1Alpha3;

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

[Message("k8s.io.api.resource.v1alpha3")]
public sealed partial record PoolStatus
{
    [Field(1, Required = true)]
    public partial string Driver { get; init; }

    [Field(2, Required = true)]
    public partial string PoolName { get; init; }

    [Field(9, Always = true, Required = true, Default = "0")]
    public partial long Generation { get; init; }

    [Field(8)]
    public partial int? ResourceSliceCount { get; init; }

    [Field(4)]
    public partial int? TotalDevices { get; init; }

    [Field(5)]
    public partial int? AllocatedDevices { get; init; }

    [Field(6)]
    public partial int? AvailableDevices { get; init; }

    [Field(7)]
    public partial int? UnavailableDevices { get; init; }

    [Field(3)]
    public partial string? NodeName { get; init; }

    [Field(10)]
    public partial string? ValidationError { get; init; }
}

[Message("k8s.io.api.resource.v1alpha3")]
public sealed partial record ResourcePoolStatusRequestSpec
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Driver { get; init; }

    [Field(2)]
    public partial string? PoolName { get; init; }

    [Field(3, Default = "100")]
    public partial int? Limit { get; init; }
}

[Message("k8s.io.api.resource.v1alpha3")]
public sealed partial record ResourcePoolStatusRequestStatus
{
    [Field(6, Required = true)]
    public partial int? PoolCount { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<PoolStatus> Pools { get; init; }

    [Field(3, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<Condition> Conditions { get; init; }
}
