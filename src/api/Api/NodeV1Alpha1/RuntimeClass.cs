using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.NodeV1Alpha1;

/// <inheritdoc cref="NodeV1.RuntimeClass"/>
[Message("k8s.io.api.node.v1alpha1")]
[Kind("node.k8s.io", "v1alpha1", Plural = "runtimeclasses")]
public sealed partial record RuntimeClass
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial RuntimeClassSpec Spec { get; init; }
}

[Message("k8s.io.api.node.v1alpha1")]
[Kind("node.k8s.io", "v1alpha1")]
public sealed partial record RuntimeClassList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<RuntimeClass> Items { get; init; }
}

/// <inheritdoc cref="NodeV1.Overhead"/>
[Message("k8s.io.api.node.v1alpha1")]
public sealed partial record Overhead
{
    [Field(1)]
    public partial ValueMap<Quantity> PodFixed { get; init; }
}

/// <summary>How containers are run.</summary>
[Message("k8s.io.api.node.v1alpha1")]
public sealed partial record RuntimeClassSpec
{
    /// <summary>The runtime's name for it.</summary>
    [Field(1, Always = true)]
    public partial string RuntimeHandler { get; init; }

    /// <summary>What a pod needs beyond its containers.</summary>
    [Field(2)]
    public partial Overhead? Overhead { get; init; }

    /// <summary>The nodes that have it.</summary>
    [Field(3)]
    public partial Scheduling? Scheduling { get; init; }
}

/// <inheritdoc cref="NodeV1.Scheduling"/>
[Message("k8s.io.api.node.v1alpha1")]
public sealed partial record Scheduling
{
    [Field(1)]
    public partial ValueMap<string> NodeSelector { get; init; }

    [Field(2)]
    public partial ValueList<Toleration> Tolerations { get; init; }
}
