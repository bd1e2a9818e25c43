using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record SerializedReference
{
    [Field(1, Always = true)]
    public partial ObjectReference Reference { get; init; }
}
