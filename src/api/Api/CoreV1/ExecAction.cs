using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record ExecAction
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<string> Command { get; init; }
}
