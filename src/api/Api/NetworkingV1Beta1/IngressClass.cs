using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.NetworkingV1Beta1;

/// <inheritdoc cref="NetworkingV1.IngressClass"/>
[Message("k8s.io.api.networking.v1beta1")]
[Kind("networking.k8s.io", "v1beta1", Plural = "ingressclasses")]
public sealed partial record IngressClass
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial IngressClassSpec Spec { get; init; }
}

[Message("k8s.io.api.networking.v1beta1")]
[Kind("networking.k8s.io", "v1beta1")]
public sealed partial record IngressClassList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<IngressClass> Items { get; init; }
}

/// <inheritdoc cref="NetworkingV1.IngressClassParametersReference"/>
[Message("k8s.io.api.networking.v1beta1")]
public sealed partial record IngressClassParametersReference
{
    [Field(1, Json = "apiGroup")]
    public partial string? APIGroup { get; init; }

    [Field(2, Always = true)]
    public partial string Kind { get; init; }

    [Field(3, Always = true)]
    public partial string Name { get; init; }

    [Field(4, Always = true)]
    public partial string? Scope { get; init; }

    [Field(5)]
    public partial string? Namespace { get; init; }
}

/// <inheritdoc cref="NetworkingV1.IngressClassSpec"/>
[Message("k8s.io.api.networking.v1beta1")]
public sealed partial record IngressClassSpec
{
    [Field(1)]
    public partial string Controller { get; init; }

    [Field(2)]
    public partial IngressClassParametersReference? Parameters { get; init; }
}
