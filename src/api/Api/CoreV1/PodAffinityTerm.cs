using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>Which pods count, and how near is near.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PodAffinityTerm
{
    /// <summary>The pods that count, by label. Unset matches none.</summary>
    [Field(1)]
    public partial LabelSelector? LabelSelector { get; init; }

    /// <summary>The namespaces of those pods, added to those of namespaceSelector. Both unset: the pod's own namespace.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<string> Namespaces { get; init; }

    /// <summary>
    /// The node label whose equal values make one place, such as <c>kubernetes.io/hostname</c> or <c>topology.kubernetes.io/zone</c>. Required.
    /// </summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string TopologyKey { get; init; }

    /// <summary>The namespaces of those pods, by label. An empty selector takes all namespaces.</summary>
    [Field(4)]
    public partial LabelSelector? NamespaceSelector { get; init; }

    /// <summary>
    /// Keys of this pod's own labels whose values are added to labelSelector as <c>key in (value)</c>. Keys that the pod does not have are
    /// passed over.
    /// </summary>
    [Field(5, ListType = "atomic")]
    public partial ValueList<string> MatchLabelKeys { get; init; }

    /// <summary>Keys of this pod's own labels whose values are added to labelSelector as <c>key notin (value)</c>.</summary>
    [Field(6, ListType = "atomic")]
    public partial ValueList<string> MismatchLabelKeys { get; init; }
}
