using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A Flocker volume, by name or id.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record FlockerVolumeSource
{
    /// <summary>The dataset's name.</summary>
    [Field(1)]
    public partial string DatasetName { get; init; }

    /// <summary>The dataset's id.</summary>
    [Field(2)]
    public partial string DatasetUUID { get; init; }
}
