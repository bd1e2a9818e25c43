using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ExtensionsV1Beta1;

[Message("k8s.io.api.extensions.v1beta1")]
[Kind("extensions", "v1beta1")]
public sealed partial record DeploymentRollback
{
    [Field(1, Always = true)]
    public partial string Name { get; init; }

    [Field(2)]
    public partial ValueMap<string> UpdatedAnnotations { get; init; }

    [Field(3, Always = true)]
    public partial RollbackConfig RollbackTo { get; init; }
}
