using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ExtensionsV1Beta1;

/// <inheritdoc cref="AutoscalingV1.Scale"/>
[Message("k8s.io.api.extensions.v1beta1")]
[Kind("extensions", "v1beta1", Plural = "scales", Namespaced = true)]
public sealed partial record Scale
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ScaleSpec Spec { get; init; }

    [Field(3, Always = true)]
    public partial ScaleStatus Status { get; init; }
}

/// <inheritdoc cref="AutoscalingV1.ScaleSpec"/>
[Message("k8s.io.api.extensions.v1beta1")]
public sealed partial record ScaleSpec
{
    [Field(1)]
    public partial int Replicas { get; init; }
}

/// <inheritdoc cref="AutoscalingV1.ScaleStatus"/>
[Message("k8s.io.api.extensions.v1beta1")]
public sealed partial record ScaleStatus
{
    [Field(1, Always = true)]
    public partial int Replicas { get; init; }

    [Field(2)]
    public partial ValueMap<string> Selector { get; init; }

    /// <summary>The pods counted, as a selector's text.</summary>
    [Field(3)]
    public partial string TargetSelector { get; init; }
}
