using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AuthorizationV1;

[Message("k8s.io.api.authorization.v1")]
public sealed partial record LabelSelectorAttributes
{
    [Field(1)]
    public partial string RawSelector { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<LabelSelectorRequirement> Requirements { get; init; }
}
