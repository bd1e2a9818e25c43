using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.StorageV1Alpha1;

/// <inheritdoc cref="StorageV1.VolumeAttachment"/>
[Message("k8s.io.api.storage.v1alpha1")]
[Kind("storage.k8s.io", "v1alpha1", Plural = "volumeattachments")]
public sealed partial record VolumeAttachment
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial VolumeAttachmentSpec Spec { get; init; }

    [Field(3, Always = true)]
    public partial VolumeAttachmentStatus Status { get; init; }
}

[Message("k8s.io.api.storage.v1alpha1")]
[Kind("storage.k8s.io", "v1alpha1")]
public sealed partial record VolumeAttachmentList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<VolumeAttachment> Items { get; init; }
}

/// <inheritdoc cref="StorageV1.VolumeAttachmentSource"/>
[Message("k8s.io.api.storage.v1alpha1")]
public sealed partial record VolumeAttachmentSource
{
    [Field(1)]
    public partial string? PersistentVolumeName { get; init; }

    [Field(2)]
    public partial PersistentVolumeSpec? InlineVolumeSpec { get; init; }
}

/// <inheritdoc cref="StorageV1.VolumeAttachmentSpec"/>
[Message("k8s.io.api.storage.v1alpha1")]
public sealed partial record VolumeAttachmentSpec
{
    [Field(1, Always = true)]
    public partial string Attacher { get; init; }

    [Field(2, Always = true)]
    public partial VolumeAttachmentSource Source { get; init; }

    [Field(3, Always = true)]
    public partial string NodeName { get; init; }
}

/// <inheritdoc cref="StorageV1.VolumeAttachmentStatus"/>
[Message("k8s.io.api.storage.v1alpha1")]
public sealed partial record VolumeAttachmentStatus
{
    [Field(1, Always = true)]
    public partial bool Attached { get; init; }

    [Field(2)]
    public partial ValueMap<string> AttachmentMetadata { get; init; }

    [Field(3)]
    public partial VolumeError? AttachError { get; init; }

    [Field(4)]
    public partial VolumeError? DetachError { get; init; }
}

/// <inheritdoc cref="StorageV1.VolumeError"/>
[Message("k8s.io.api.storage.v1alpha1")]
public sealed partial record VolumeError
{
    [Field(1, Always = true)]
    public partial Time Time { get; init; }

    [Field(2)]
    public partial string Message { get; init; }

    [Field(3)]
    public partial int? ErrorCode { get; init; }
}
