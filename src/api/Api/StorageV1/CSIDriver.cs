using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.StorageV1;

/// <summary>What a CSI driver needs and offers; named after it.</summary>
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

/// <summary>What a driver needs and offers.</summary>
[Message("k8s.io.api.storage.v1")]
public sealed partial record CSIDriverSpec
{
    /// <summary>Whether volumes must be attached to the node. True by default; fixed.</summary>
    [Field(1)]
    public partial bool? AttachRequired { get; init; }

    /// <summary>Whether mounting is told the pod's name, namespace, uid and account. False by default.</summary>
    [Field(2)]
    public partial bool? PodInfoOnMount { get; init; }

    /// <summary><c>Persistent</c> (the default), <c>Ephemeral</c> (volumes within pods) or both. Fixed.</summary>
    [Field(3, ListType = "set")]
    public partial ValueList<string> VolumeLifecycleModes { get; init; }

    /// <summary>Whether the scheduler heeds the capacity that the driver publishes. False by default.</summary>
    [Field(4)]
    public partial bool? StorageCapacity { get; init; }

    /// <summary>
    /// Whether owner and mode are changed for fsGroup: <c>ReadWriteOnceWithFSType</c> (the default), <c>File</c> (always) or <c>None</c>.
    /// </summary>
    [Field(5)]
    public partial string? FsGroupPolicy { get; init; }

    /// <summary>Tokens of the pod's account that mounting is given.</summary>
    [Field(6, ListType = "atomic")]
    public partial ValueList<TokenRequest> TokenRequests { get; init; }

    /// <summary>Whether mounting is repeated from time to time. False by default.</summary>
    [Field(7)]
    public partial bool? RequiresRepublish { get; init; }

    /// <summary>Whether volumes can be mounted with an SELinux label. False by default.</summary>
    [Field(8)]
    public partial bool? SeLinuxMount { get; init; }

    /// <summary>Seconds between updates of how many volumes a node can take; at least 10. Not updated when unset.</summary>
    [Field(9)]
    public partial long? NodeAllocatableUpdatePeriodSeconds { get; init; }

    /// <summary>Whether tokens are handed over as secrets rather than in the volume's context. False by default.</summary>
    [Field(10)]
    public partial bool? ServiceAccountTokenInSecrets { get; init; }

    /// <summary>Whether pods that use the driver are only placed on nodes where it is registered.</summary>
    [Field(11)]
    public partial bool? PreventPodSchedulingIfMissing { get; init; }
}

/// <summary>A token that a driver gets.</summary>
[Message("k8s.io.api.storage.v1")]
public sealed partial record TokenRequest
{
    /// <summary>Whom it is for; the API server when empty.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Audience { get; init; }

    /// <summary>How long it is valid; at least 600 s, 3600 by default.</summary>
    [Field(2)]
    public partial long? ExpirationSeconds { get; init; }
}
