using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>Puts a pod on a node; written by schedulers to <c>pods/binding</c>.</summary>
[Message("k8s.io.api.core.v1")]
[Kind("", "v1", Plural = "bindings", Namespaced = true)]
public sealed partial record Binding
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>The node.</summary>
    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial ObjectReference Target { get; init; }
}
