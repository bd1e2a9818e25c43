using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ApiExtensionsV1;

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
[Kind("apiextensions.k8s.io", "v1", Plural = "customresourcedefinitions", ShortNames = "crd,crds", Categories = "api-extensions")]
public sealed partial record CustomResourceDefinition
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial CustomResourceDefinitionSpec Spec { get; init; }

    [Field(3, Always = true)]
    public partial CustomResourceDefinitionStatus Status { get; init; }
}

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
[Kind("apiextensions.k8s.io", "v1")]
public sealed partial record CustomResourceDefinitionList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<CustomResourceDefinition> Items { get; init; }
}

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record CustomResourceColumnDefinition
{
    [Field(1, Always = true)]
    public partial string Name { get; init; }

    [Field(2, Always = true)]
    public partial string Type { get; init; }

    [Field(3)]
    public partial string Format { get; init; }

    [Field(4)]
    public partial string Description { get; init; }

    [Field(5)]
    public partial int Priority { get; init; }

    [Field(6, Always = true)]
    public partial string JsonPath { get; init; }
}

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record CustomResourceConversion
{
    [Field(1, Always = true)]
    public partial string Strategy { get; init; }

    [Field(2)]
    public partial WebhookConversion? Webhook { get; init; }
}

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
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

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record CustomResourceDefinitionSpec
{
    [Field(1, Always = true)]
    public partial string Group { get; init; }

    [Field(3, Always = true)]
    public partial CustomResourceDefinitionNames Names { get; init; }

    [Field(4, Always = true)]
    public partial string Scope { get; init; }

    [Field(7, Always = true)]
    public partial ValueList<CustomResourceDefinitionVersion> Versions { get; init; }

    [Field(9)]
    public partial CustomResourceConversion? Conversion { get; init; }

    [Field(10)]
    public partial bool PreserveUnknownFields { get; init; }
}

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
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

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
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

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record CustomResourceSubresourceScale
{
    [Field(1, Always = true)]
    public partial string SpecReplicasPath { get; init; }

    [Field(2, Always = true)]
    public partial string StatusReplicasPath { get; init; }

    [Field(3)]
    public partial string? LabelSelectorPath { get; init; }
}

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record CustomResourceSubresources
{
    [Field(1)]
    public partial CustomResourceSubresourceStatus? Status { get; init; }

    [Field(2)]
    public partial CustomResourceSubresourceScale? Scale { get; init; }
}

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record CustomResourceValidation
{
    [Field(1)]
    public partial JSONSchemaProps? OpenAPIV3Schema { get; init; }
}

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record ExternalDocumentation
{
    [Field(1)]
    public partial string Description { get; init; }

    [Field(2)]
    public partial string Url { get; init; }
}

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record JSONSchemaProps
{
    [Field(1)]
    public partial string Id { get; init; }

    [Field(2, Json = "$schema")]
    public partial string Schema { get; init; }

    [Field(3, Json = "$ref")]
    public partial string? Ref { get; init; }

    [Field(4)]
    public partial string Description { get; init; }

    [Field(5)]
    public partial string Type { get; init; }

    [Field(6)]
    public partial string Format { get; init; }

    [Field(7)]
    public partial string Title { get; init; }

    [Field(8)]
    public partial Json? Default { get; init; }

    [Field(9)]
    public partial double? Maximum { get; init; }

    [Field(10)]
    public partial bool ExclusiveMaximum { get; init; }

    [Field(11)]
    public partial double? Minimum { get; init; }

    [Field(12)]
    public partial bool ExclusiveMinimum { get; init; }

    [Field(13)]
    public partial long? MaxLength { get; init; }

    [Field(14)]
    public partial long? MinLength { get; init; }

    [Field(15)]
    public partial string Pattern { get; init; }

    [Field(16)]
    public partial long? MaxItems { get; init; }

    [Field(17)]
    public partial long? MinItems { get; init; }

    [Field(18)]
    public partial bool UniqueItems { get; init; }

    [Field(19)]
    public partial double? MultipleOf { get; init; }

    [Field(20)]
    public partial ValueList<Json> Enum { get; init; }

    [Field(21)]
    public partial long? MaxProperties { get; init; }

    [Field(22)]
    public partial long? MinProperties { get; init; }

    [Field(23)]
    public partial ValueList<string> Required { get; init; }

    [Field(24)]
    public partial JSONSchemaPropsOrArray? Items { get; init; }

    [Field(25)]
    public partial ValueList<JSONSchemaProps> AllOf { get; init; }

    [Field(26)]
    public partial ValueList<JSONSchemaProps> OneOf { get; init; }

    [Field(27)]
    public partial ValueList<JSONSchemaProps> AnyOf { get; init; }

    [Field(28)]
    public partial JSONSchemaProps? Not { get; init; }

    [Field(29)]
    public partial ValueMap<JSONSchemaProps> Properties { get; init; }

    [Field(30)]
    public partial JSONSchemaPropsOrBool? AdditionalProperties { get; init; }

    [Field(31)]
    public partial ValueMap<JSONSchemaProps> PatternProperties { get; init; }

    [Field(32)]
    public partial ValueMap<JSONSchemaPropsOrStringArray> Dependencies { get; init; }

    [Field(33)]
    public partial JSONSchemaPropsOrBool? AdditionalItems { get; init; }

    [Field(34)]
    public partial ValueMap<JSONSchemaProps> Definitions { get; init; }

    [Field(35)]
    public partial ExternalDocumentation? ExternalDocs { get; init; }

    [Field(36)]
    public partial Json? Example { get; init; }

    [Field(37)]
    public partial bool Nullable { get; init; }

    [Field(38, Json = "x-kubernetes-preserve-unknown-fields")]
    public partial bool? XKubernetesPreserveUnknownFields { get; init; }

    [Field(39, Json = "x-kubernetes-embedded-resource")]
    public partial bool XKubernetesEmbeddedResource { get; init; }

    [Field(40, Json = "x-kubernetes-int-or-string")]
    public partial bool XKubernetesIntOrString { get; init; }

    [Field(41, Json = "x-kubernetes-list-map-keys")]
    public partial ValueList<string> XKubernetesListMapKeys { get; init; }

    [Field(42, Json = "x-kubernetes-list-type")]
    public partial string? XKubernetesListType { get; init; }

    [Field(43, Json = "x-kubernetes-map-type")]
    public partial string? XKubernetesMapType { get; init; }

    [Field(44, Json = "x-kubernetes-validations")]
    public partial ValueList<ValidationRule> XKubernetesValidations { get; init; }
}

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record SelectableField
{
    [Field(1, Always = true)]
    public partial string JsonPath { get; init; }
}

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
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

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record ValidationRule
{
    [Field(1, Always = true)]
    public partial string Rule { get; init; }

    [Field(2)]
    public partial string Message { get; init; }

    [Field(3)]
    public partial string MessageExpression { get; init; }

    [Field(4)]
    public partial string? Reason { get; init; }

    [Field(5)]
    public partial string FieldPath { get; init; }

    [Field(6)]
    public partial bool? OptionalOldSelf { get; init; }
}

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record WebhookClientConfig
{
    [Field(3)]
    public partial string? Url { get; init; }

    [Field(1)]
    public partial ServiceReference? Service { get; init; }

    [Field(2)]
    public partial Bytes CaBundle { get; init; }
}

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record WebhookConversion
{
    [Field(2)]
    public partial WebhookClientConfig? ClientConfig { get; init; }

    [Field(3, Always = true)]
    public partial ValueList<string> ConversionReviewVersions { get; init; }
}

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record CustomResourceSubresourceStatus
{
}
