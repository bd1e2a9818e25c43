using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AppsV1Beta1;

[Message("k8s.io.api.apps.v1beta1")]
public sealed partial record RollbackConfig
{
    [Field(1)]
    public partial long Revision { get; init; }
}
