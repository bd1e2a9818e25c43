using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ApiExtensionsV1Beta1;

/// <inheritdoc cref="ApiExtensionsV1.CustomResourceDefinition"/>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1beta1")]
[Kind("apiextensions.k8s.io", "v1beta1")]
public sealed partial record CustomResourceDefinition
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial CustomResourceDefinitionSpec Spec { get; init; }

    [Field(3, Always = true)]
    public partial CustomResourceDefinitionStatus Status { get; init; }
}

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1beta1")]
[Kind("apiextensions.k8s.io", "v1beta1")]
public sealed partial record CustomResourceDefinitionList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<CustomResourceDefinition> Items { get; init; }
}

/// <inheritdoc cref="ApiExtensionsV1.CustomResourceConversion"/>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1beta1")]
public sealed partial record CustomResourceConversion
{
    [Field(1, Always = true)]
    public partial string Strategy { get; init; }

    [Field(2)]
    public partial WebhookClientConfig? WebhookClientConfig { get; init; }

    [Field(3)]
    public partial ValueList<string> ConversionReviewVersions { get; init; }
}

/// <inheritdoc cref="ApiExtensionsV1.CustomResourceDefinitionCondition"/>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1beta1")]
public sealed partial record CustomResourceDefinitionCondition
{
    [Field(1, Always = true)]
    public partial string Type { get; init; }

    [Field(2, Always = true)]
    public partial string Status { get; init; }

    [Field(3, Always = true)]
    public partial Time LastTransitionTime { get; init; }

    [Field(4)]
    public partial string Reason { get; init; }

    [Field(5)]
    public partial string Message { get; init; }

    [Field(6)]
    public partial long ObservedGeneration { get; init; }
}

/// <inheritdoc cref="ApiExtensionsV1.CustomResourceDefinitionSpec"/>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1beta1")]
public sealed partial record CustomResourceDefinitionSpec
{
    [Field(1, Always = true)]
    public partial string Group { get; init; }

    [Field(2)]
    public partial string Version { get; init; }

    [Field(3, Always = true)]
    public partial CustomResourceDefinitionNames Names { get; init; }

    [Field(4, Always = true)]
    public partial string Scope { get; init; }

    [Field(5)]
    public partial CustomResourceValidation? Validation { get; init; }

    [Field(6)]
    public partial CustomResourceSubresources? Subresources { get; init; }

    [Field(7)]
    public partial ValueList<CustomResourceDefinitionVersion> Versions { get; init; }

    [Field(8)]
    public partial ValueList<CustomResourceColumnDefinition> AdditionalPrinterColumns { get; init; }

    [Field(11)]
    public partial ValueList<SelectableField> SelectableFields { get; init; }

    [Field(9)]
    public partial CustomResourceConversion? Conversion { get; init; }

    [Field(10)]
    public partial bool? PreserveUnknownFields { get; init; }
}

/// <inheritdoc cref="ApiExtensionsV1.CustomResourceDefinitionStatus"/>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1beta1")]
public sealed partial record CustomResourceDefinitionStatus
{
    [Field(1, Always = true)]
    public partial ValueList<CustomResourceDefinitionCondition> Conditions { get; init; }

    [Field(2, Always = true)]
    public partial CustomResourceDefinitionNames AcceptedNames { get; init; }

    [Field(3, Always = true)]
    public partial ValueList<string> StoredVersions { get; init; }

    [Field(4)]
    public partial long ObservedGeneration { get; init; }
}

/// <inheritdoc cref="ApiExtensionsV1.CustomResourceDefinitionVersion"/>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1beta1")]
public sealed partial record CustomResourceDefinitionVersion
{
    [Field(1, Always = true)]
    public partial string Name { get; init; }

    [Field(2, Always = true)]
    public partial bool Served { get; init; }

    [Field(3, Always = true)]
    public partial bool Storage { get; init; }

    [Field(7)]
    public partial bool Deprecated { get; init; }

    [Field(8)]
    public partial string? DeprecationWarning { get; init; }

    [Field(4)]
    public partial CustomResourceValidation? Schema { get; init; }

    [Field(5)]
    public partial CustomResourceSubresources? Subresources { get; init; }

    [Field(6)]
    public partial ValueList<CustomResourceColumnDefinition> AdditionalPrinterColumns { get; init; }

    [Field(9)]
    public partial ValueList<SelectableField> SelectableFields { get; init; }
}

/// <inheritdoc cref="ApiExtensionsV1.ServiceReference"/>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1beta1")]
public sealed partial record ServiceReference
{
    [Field(1, Always = true)]
    public partial string Namespace { get; init; }

    [Field(2, Always = true)]
    public partial string Name { get; init; }

    [Field(3)]
    public partial string? Path { get; init; }

    [Field(4)]
    public partial int? Port { get; init; }
}

/// <inheritdoc cref="ApiExtensionsV1.WebhookClientConfig"/>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1beta1")]
public sealed partial record WebhookClientConfig
{
    [Field(3)]
    public partial string? Url { get; init; }

    [Field(1)]
    public partial ServiceReference? Service { get; init; }

    [Field(2)]
    public partial Bytes CaBundle { get; init; }
}
