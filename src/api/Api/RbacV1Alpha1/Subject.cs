using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.RbacV1Alpha1;

/// <inheritdoc cref="RbacV1.Subject"/>
[Message("k8s.io.api.rbac.v1alpha1")]
public sealed partial record Subject
{
    [Field(1, Always = true)]
    public partial string Kind { get; init; }

    [Field(2)]
    public partial string ApiVersion { get; init; }

    [Field(3, Always = true)]
    public partial string Name { get; init; }

    [Field(4)]
    public partial string Namespace { get; init; }
}
