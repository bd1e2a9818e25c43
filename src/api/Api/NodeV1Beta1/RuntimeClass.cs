using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.NodeV1Beta1;

/// <inheritdoc cref="NodeV1.RuntimeClass"/>
[Message("k8s.io.api.node.v1beta1")]
[Kind("node.k8s.io", "v1beta1", Plural = "runtimeclasses")]
public sealed partial record RuntimeClass
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial string Handler { get; init; }

    [Field(3)]
    public partial Overhead? Overhead { get; init; }

    [Field(4)]
    public partial Scheduling? Scheduling { get; init; }
}

[Message("k8s.io.api.node.v1beta1")]
[Kind("node.k8s.io", "v1beta1")]
public sealed partial record RuntimeClassList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<RuntimeClass> Items { get; init; }
}

/// <inheritdoc cref="NodeV1.Overhead"/>
[Message("k8s.io.api.node.v1beta1")]
public sealed partial record Overhead
{
    [Field(1)]
    public partial ValueMap<Quantity> PodFixed { get; init; }
}

/// <inheritdoc cref="NodeV1.Scheduling"/>
[Message("k8s.io.api.node.v1beta1")]
public sealed partial record Scheduling
{
    [Field(1)]
    public partial ValueMap<string> NodeSelector { get; init; }

    [Field(2)]
    public partial ValueList<Toleration> Tolerations { get; init; }
}
