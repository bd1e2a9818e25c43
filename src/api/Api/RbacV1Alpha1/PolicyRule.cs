using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.RbacV1Alpha1;

/// <inheritdoc cref="RbacV1.PolicyRule"/>
[Message("k8s.io.api.rbac.v1alpha1")]
public sealed partial record PolicyRule
{
    [Field(1, Always = true)]
    public partial ValueList<string> Verbs { get; init; }

    [Field(3)]
    public partial ValueList<string> ApiGroups { get; init; }

    [Field(4)]
    public partial ValueList<string> Resources { get; init; }

    [Field(5)]
    public partial ValueList<string> ResourceNames { get; init; }

    [Field(6)]
    public partial ValueList<string> NonResourceURLs { get; init; }
}
