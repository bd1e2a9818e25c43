using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AuthorizationV1;

/// <summary>A field selector, in one of two forms.</summary>
[Message("k8s.io.api.authorization.v1")]
public sealed partial record FieldSelectorAttributes
{
    /// <summary>As text.</summary>
    [Field(1)]
    public partial string RawSelector { get; init; }

    /// <summary>As requirements.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<FieldSelectorRequirement> Requirements { get; init; }
}
