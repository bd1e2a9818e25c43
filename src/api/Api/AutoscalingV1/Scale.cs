using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AutoscalingV1;

/// <summary>How many replicas an object has: the form that every scalable kind shows at its <c>scale</c> subresource.</summary>
[Message("k8s.io.api.autoscaling.v1")]
[Kind("autoscaling", "v1", Plural = "scales", Namespaced = true)]
public sealed partial record Scale
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial ScaleSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial ScaleStatus Status { get; init; }
}

/// <summary>What is wanted.</summary>
[Message("k8s.io.api.autoscaling.v1")]
public sealed partial record ScaleSpec
{
    /// <summary>How many replicas are wanted.</summary>
    [Field(1, Default = "0")]
    public partial int Replicas { get; init; }
}

/// <summary>What there is.</summary>
[Message("k8s.io.api.autoscaling.v1")]
public sealed partial record ScaleStatus
{
    /// <summary>How many replicas there are.</summary>
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial int Replicas { get; init; }

    /// <summary>The pods counted, as a selector's text.</summary>
    [Field(2)]
    public partial string Selector { get; init; }
}
