using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A reference kept as text in an annotation.</summary>
[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record SerializedReference
{
    /// <summary>The object.</summary>
    [Field(1, Always = true)]
    public partial ObjectReference Reference { get; init; }
}
