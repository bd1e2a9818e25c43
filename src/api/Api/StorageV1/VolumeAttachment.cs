using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.StorageV1;

/// <summary>Asks for a volume to be attached to a node.</summary>
[Message("k8s.io.api.storage.v1")]
[Kind("storage.k8s.io", "v1", Plural = "volumeattachments")]
public sealed partial record VolumeAttachment
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial VolumeAttachmentSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial VolumeAttachmentStatus Status { get; init; }
}

[Message("k8s.io.api.storage.v1")]
[Kind("storage.k8s.io", "v1")]
public sealed partial record VolumeAttachmentList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<VolumeAttachment> Items { get; init; }
}

/// <summary>A volume; one of the two is set.</summary>
[Message("k8s.io.api.storage.v1")]
public sealed partial record VolumeAttachmentSource
{
    /// <summary>A PersistentVolume.</summary>
    [Field(1)]
    public partial string? PersistentVolumeName { get; init; }

    /// <summary>A volume described here; for old in-tree volumes.</summary>
    [Field(2)]
    public partial PersistentVolumeSpec? InlineVolumeSpec { get; init; }
}

/// <summary>What to attach where. Fixed.</summary>
[Message("k8s.io.api.storage.v1")]
public sealed partial record VolumeAttachmentSpec
{
    /// <summary>The driver.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Attacher { get; init; }

    /// <summary>The volume.</summary>
    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial VolumeAttachmentSource Source { get; init; }

    /// <summary>The node.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string NodeName { get; init; }
}

/// <summary>How an attachment stands.</summary>
[Message("k8s.io.api.storage.v1")]
public sealed partial record VolumeAttachmentStatus
{
    /// <summary>Whether the volume is attached.</summary>
    [Field(1, Always = true, Required = true, Default = "false")]
    public partial bool Attached { get; init; }

    /// <summary>What the driver said; handed on to mounting.</summary>
    [Field(2)]
    public partial ValueMap<string> AttachmentMetadata { get; init; }

    /// <summary>Why attaching failed last.</summary>
    [Field(3)]
    public partial VolumeError? AttachError { get; init; }

    /// <summary>Why detaching failed last.</summary>
    [Field(4)]
    public partial VolumeError? DetachError { get; init; }
}

/// <summary>An error with a volume.</summary>
[Message("k8s.io.api.storage.v1")]
public sealed partial record VolumeError
{
    /// <summary>When.</summary>
    [Field(1, Always = true)]
    public partial Time Time { get; init; }

    /// <summary>What; may be logged, so it has no secrets.</summary>
    [Field(2)]
    public partial string Message { get; init; }

    /// <summary>The gRPC code.</summary>
    [Field(3)]
    public partial int? ErrorCode { get; init; }
}
