using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ExtensionsV1Beta1;

/// <summary>Asks for a Deployment to go back to an earlier revision.</summary>
[Message("k8s.io.api.extensions.v1beta1")]
[Kind("extensions", "v1beta1")]
public sealed partial record DeploymentRollback
{
    /// <summary>The Deployment.</summary>
    [Field(1, Always = true)]
    public partial string Name { get; init; }

    /// <summary>Annotations to set.</summary>
    [Field(2)]
    public partial ValueMap<string> UpdatedAnnotations { get; init; }

    /// <summary>The revision.</summary>
    [Field(3, Always = true)]
    public partial RollbackConfig RollbackTo { get; init; }
}
