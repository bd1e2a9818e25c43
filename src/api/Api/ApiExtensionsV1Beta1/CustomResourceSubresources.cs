using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ApiExtensionsV1Beta1;

/// <inheritdoc cref="ApiExtensionsV1.CustomResourceSubresources"/>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1beta1")]
public sealed partial record CustomResourceSubresources
{
    [Field(1)]
    public partial CustomResourceSubresourceStatus? Status { get; init; }

    [Field(2)]
    public partial CustomResourceSubresourceScale? Scale { get; init; }
}

/// <inheritdoc cref="ApiExtensionsV1.CustomResourceSubresourceScale"/>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1beta1")]
public sealed partial record CustomResourceSubresourceScale
{
    [Field(1, Always = true)]
    public partial string SpecReplicasPath { get; init; }

    [Field(2, Always = true)]
    public partial string StatusReplicasPath { get; init; }

    [Field(3)]
    public partial string? LabelSelectorPath { get; init; }
}

/// <inheritdoc cref="ApiExtensionsV1.CustomResourceSubresourceStatus"/>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1beta1")]
public sealed partial record CustomResourceSubresourceStatus
{
}
