using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ApiExtensionsV1Beta1;

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1beta1")]
public sealed partial record CustomResourceValidation
{
    [Field(1)]
    public partial JSONSchemaProps? OpenAPIV3Schema { get; init; }
}

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1beta1")]
public sealed partial record ExternalDocumentation
{
    [Field(1)]
    public partial string Description { get; init; }

    [Field(2)]
    public partial string Url { get; init; }
}

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1beta1")]
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

[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1beta1")]
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
