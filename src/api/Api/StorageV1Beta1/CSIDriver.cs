using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.StorageV1Beta1;

/// <inheritdoc cref="StorageV1.CSIDriver"/>
[Message("k8s.io.api.storage.v1beta1")]
[Kind("storage.k8s.io", "v1beta1", Plural = "csidrivers")]
public sealed partial record CSIDriver
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial CSIDriverSpec Spec { get; init; }
}

[Message("k8s.io.api.storage.v1beta1")]
[Kind("storage.k8s.io", "v1beta1")]
public sealed partial record CSIDriverList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<CSIDriver> Items { get; init; }
}

/// <inheritdoc cref="StorageV1.CSIDriverSpec"/>
[Message("k8s.io.api.storage.v1beta1")]
public sealed partial record CSIDriverSpec
{
    [Field(1)]
    public partial bool? AttachRequired { get; init; }

    [Field(2)]
    public partial bool? PodInfoOnMount { get; init; }

    [Field(3)]
    public partial ValueList<string> VolumeLifecycleModes { get; init; }

    [Field(4)]
    public partial bool? StorageCapacity { get; init; }

    [Field(5)]
    public partial string? FsGroupPolicy { get; init; }

    [Field(6)]
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

/// <inheritdoc cref="StorageV1.TokenRequest"/>
[Message("k8s.io.api.storage.v1beta1")]
public sealed partial record TokenRequest
{
    [Field(1, Always = true)]
    public partial string Audience { get; init; }

    [Field(2)]
    public partial long? ExpirationSeconds { get; init; }
}
