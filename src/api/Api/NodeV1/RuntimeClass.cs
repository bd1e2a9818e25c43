using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.NodeV1;

/// <summary>A way to run containers that the nodes' runtimes offer, such as in a virtual machine. Pods choose it by name.</summary>
[Message("k8s.io.api.node.v1")]
[Kind("node.k8s.io", "v1", Plural = "runtimeclasses")]
public sealed partial record RuntimeClass
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>The runtime's name for it, as in its configuration; a DNS label. Fixed.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Handler { get; init; }

    /// <summary>What a pod of the class needs beyond its containers.</summary>
    [Field(3)]
    public partial Overhead? Overhead { get; init; }

    /// <summary>The nodes that have it; all when unset.</summary>
    [Field(4)]
    public partial Scheduling? Scheduling { get; init; }
}

[Message("k8s.io.api.node.v1")]
[Kind("node.k8s.io", "v1")]
public sealed partial record RuntimeClassList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<RuntimeClass> Items { get; init; }
}

/// <summary>What a pod needs beyond its containers.</summary>
[Message("k8s.io.api.node.v1")]
public sealed partial record Overhead
{
    /// <summary>The amounts.</summary>
    [Field(1)]
    public partial ValueMap<Quantity> PodFixed { get; init; }
}

/// <summary>The nodes that offer a runtime class.</summary>
[Message("k8s.io.api.node.v1")]
public sealed partial record Scheduling
{
    /// <summary>Labels that they have; added to the pod's own. A contradiction refuses the pod.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueMap<string> NodeSelector { get; init; }

    /// <summary>Taints that the class's pods put up with; added to the pod's own.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<Toleration> Tolerations { get; init; }
}
