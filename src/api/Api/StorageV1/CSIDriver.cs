using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.StorageV1;

[Message("k8s.io.api.storage.v1")]
[Kind("storage.k8s.io", "v1", Plural = "csidrivers")]
public sealed partial record CSIDriver
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial CSIDriverSpec Spec { get; init; }
}

[Message("k8s.io.api.storage.v1")]
[Kind("storage.k8s.io", "v1")]
public sealed partial record CSIDriverList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<CSIDriver> Items { get; init; }
}

[Message("k8s.io.api.storage.v1")]
public sealed partial record CSIDriverSpec
{
    [Field(1)]
    public partial bool? AttachRequired { get; init; }

    [Field(2)]
    public partial bool? PodInfoOnMount { get; init; }

    [Field(3, ListType = "set")]
    public partial ValueList<string> VolumeLifecycleModes { get; init; }

    [Field(4)]
    public partial bool? StorageCapacity { get; init; }

    [Field(5)]
    public partial string? FsGroupPolicy { get; init; }

    [Field(6, ListType = "atomic")]
    public partial ValueList<TokenRequest> TokenRequests { get; init; }

    [Field(7)]
    public partial bool? RequiresRepublish { get; init; }

    [Field(8)]
    public partial bool? SeLinuxMount { get; init; }

    [Field(9)]
    public partial long? NodeAllocatableUpdatePeriodSeconds { get; init; }

    [Field(10)]
    public partial bool? ServiceAccountTokenInSecrets { get; init; }

    [Field(11)]
    public partial bool? PreventPodSchedulingIfMissing { get; init; }
}

[Message("k8s.io.api.storage.v1")]
public sealed partial record TokenRequest
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Audience { get; init; }

    [Field(2)]
    public partial long? ExpirationSeconds { get; init; }
}
