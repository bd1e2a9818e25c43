using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record FlockerVolumeSource
{
    [Field(1)]
    public partial string DatasetName { get; init; }

    [Field(2)]
    public partial string DatasetUUID { get; init; }
}
