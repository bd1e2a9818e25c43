using Cybernetes.Api.AuthorizationV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AuthorizationV1Beta1;

/// <inheritdoc cref="AuthorizationV1.ResourceAttributes"/>
[Message("k8s.io.api.authorization.v1beta1")]
public sealed partial record ResourceAttributes
{
    [Field(1)]
    public partial string Namespace { get; init; }

    [Field(2)]
    public partial string Verb { get; init; }

    [Field(3)]
    public partial string Group { get; init; }

    [Field(4)]
    public partial string Version { get; init; }

    [Field(5)]
    public partial string Resource { get; init; }

    [Field(6)]
    public partial string Subresource { get; init; }

    [Field(7)]
    public partial string Name { get; init; }

    [Field(8)]
    public partial FieldSelectorAttributes? FieldSelector { get; init; }

    [Field(9)]
    public partial LabelSelectorAttributes? LabelSelector { get; init; }
}
