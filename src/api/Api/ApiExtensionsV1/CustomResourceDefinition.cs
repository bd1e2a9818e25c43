using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ApiExtensionsV1;

/// <summary>A kind of your own: with it, the server serves such objects like any others. Its name is plural.group.</summary>
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

/// <summary>A column of tables.</summary>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record CustomResourceColumnDefinition
{
    /// <summary>The heading.</summary>
    [Field(1, Always = true)]
    public partial string Name { get; init; }

    /// <summary><c>integer</c>, <c>number</c>, <c>string</c>, <c>boolean</c> or <c>date</c>.</summary>
    [Field(2, Always = true)]
    public partial string Type { get; init; }

    /// <summary>The format of the type, such as <c>name</c>.</summary>
    [Field(3)]
    public partial string Format { get; init; }

    /// <summary>What it shows.</summary>
    [Field(4)]
    public partial string Description { get; init; }

    /// <summary>0 is always shown, higher only with -o wide.</summary>
    [Field(5)]
    public partial int Priority { get; init; }

    /// <summary>The path of its value.</summary>
    [Field(6, Always = true)]
    public partial string JsonPath { get; init; }
}

/// <summary>How versions are converted.</summary>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record CustomResourceConversion
{
    /// <summary><c>None</c> (the default: only apiVersion changes) or <c>Webhook</c>.</summary>
    [Field(1, Always = true)]
    public partial string Strategy { get; init; }

    /// <summary>The webhook, for Webhook.</summary>
    [Field(2)]
    public partial WebhookConversion? Webhook { get; init; }
}

/// <summary>A side of a definition's state.</summary>
/// <inheritdoc cref="MetaV1.Condition"/>
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

/// <summary>The kind and its versions.</summary>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record CustomResourceDefinitionSpec
{
    /// <summary>The group, a domain name.</summary>
    [Field(1, Always = true)]
    public partial string Group { get; init; }

    /// <summary>What it is called.</summary>
    [Field(3, Always = true)]
    public partial CustomResourceDefinitionNames Names { get; init; }

    /// <summary><c>Namespaced</c> or <c>Cluster</c>. Fixed.</summary>
    [Field(4, Always = true)]
    public partial string Scope { get; init; }

    /// <summary>The versions. Exactly one is stored.</summary>
    [Field(7, Always = true)]
    public partial ValueList<CustomResourceDefinitionVersion> Versions { get; init; }

    /// <summary>How versions are converted.</summary>
    [Field(9)]
    public partial CustomResourceConversion? Conversion { get; init; }

    /// <summary>Must be false in v1.</summary>
    [Field(10)]
    public partial bool PreserveUnknownFields { get; init; }
}

/// <summary>How a definition is doing.</summary>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record CustomResourceDefinitionStatus
{
    /// <summary>Established, NamesAccepted, NonStructuralSchema, Terminating.</summary>
    [Field(1, Always = true)]
    public partial ValueList<CustomResourceDefinitionCondition> Conditions { get; init; }

    /// <summary>The names in use; may differ from those wanted where another kind has them.</summary>
    [Field(2, Always = true)]
    public partial CustomResourceDefinitionNames AcceptedNames { get; init; }

    /// <summary>Versions in which objects may still be stored. Cannot be removed from the spec before they leave this list.</summary>
    [Field(3, Always = true)]
    public partial ValueList<string> StoredVersions { get; init; }

    /// <summary>The generation that this status is about.</summary>
    [Field(4)]
    public partial long ObservedGeneration { get; init; }
}

/// <summary>A version of a kind.</summary>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record CustomResourceDefinitionVersion
{
    /// <summary>The name, such as <c>v1beta1</c>.</summary>
    [Field(1, Always = true)]
    public partial string Name { get; init; }

    /// <summary>Whether it is served.</summary>
    [Field(2, Always = true)]
    public partial bool Served { get; init; }

    /// <summary>Whether objects are stored in it.</summary>
    [Field(3, Always = true)]
    public partial bool Storage { get; init; }

    /// <summary>Whether answers warn of its use.</summary>
    [Field(7)]
    public partial bool Deprecated { get; init; }

    /// <summary>The warning; made from group, version and kind by default.</summary>
    [Field(8)]
    public partial string? DeprecationWarning { get; init; }

    /// <summary>What its objects look like. Required.</summary>
    [Field(4)]
    public partial CustomResourceValidation? Schema { get; init; }

    /// <summary>Which subresources it has.</summary>
    [Field(5)]
    public partial CustomResourceSubresources? Subresources { get; init; }

    /// <summary>Columns of tables; the age by default.</summary>
    [Field(6)]
    public partial ValueList<CustomResourceColumnDefinition> AdditionalPrinterColumns { get; init; }

    /// <summary>Fields to select by; at most 8.</summary>
    [Field(9)]
    public partial ValueList<SelectableField> SelectableFields { get; init; }
}

/// <summary>Where the scale subresource finds its values.</summary>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record CustomResourceSubresourceScale
{
    /// <summary>The path of the replicas wanted, below .spec.</summary>
    [Field(1, Always = true)]
    public partial string SpecReplicasPath { get; init; }

    /// <summary>The path of the replicas there are, below .status.</summary>
    [Field(2, Always = true)]
    public partial string StatusReplicasPath { get; init; }

    /// <summary>The path of the selector's text, below .spec or .status. Needed for autoscaling.</summary>
    [Field(3)]
    public partial string? LabelSelectorPath { get; init; }
}

/// <summary>Subresources of a kind.</summary>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record CustomResourceSubresources
{
    [Field(1)]
    public partial CustomResourceSubresourceStatus? Status { get; init; }

    /// <summary>The form that <c>kubectl scale</c> and autoscalers use.</summary>
    [Field(2)]
    public partial CustomResourceSubresourceScale? Scale { get; init; }
}

/// <summary>What objects look like.</summary>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record CustomResourceValidation
{
    /// <summary>The schema; must be structural.</summary>
    [Field(1)]
    public partial JSONSchemaProps? OpenAPIV3Schema { get; init; }
}

/// <summary>Where more is written.</summary>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record ExternalDocumentation
{
    /// <summary>What is to be found there.</summary>
    [Field(1)]
    public partial string Description { get; init; }

    /// <summary>The address.</summary>
    [Field(2)]
    public partial string Url { get; init; }
}

/// <summary>What a value looks like: a part of JSON Schema as OpenAPI 3 has it.</summary>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record JSONSchemaProps
{
    /// <summary>The schema's id; not allowed in definitions.</summary>
    [Field(1)]
    public partial string Id { get; init; }

    /// <summary>The schema's dialect; not allowed in definitions.</summary>
    [Field(2, Json = "$schema")]
    public partial string Schema { get; init; }

    /// <summary>A reference; not allowed in definitions.</summary>
    [Field(3, Json = "$ref")]
    public partial string? Ref { get; init; }

    /// <summary>What the value is.</summary>
    [Field(4)]
    public partial string Description { get; init; }

    /// <summary><c>object</c>, <c>array</c>, <c>string</c>, <c>integer</c>, <c>number</c> or <c>boolean</c>.</summary>
    [Field(5)]
    public partial string Type { get; init; }

    /// <summary>A format of the type, such as <c>int32</c>, <c>date-time</c>, <c>ipv4</c>, <c>uuid</c>; unknown ones are passed over.</summary>
    [Field(6)]
    public partial string Format { get; init; }

    /// <summary>A title.</summary>
    [Field(7)]
    public partial string Title { get; init; }

    /// <summary>The value where none is given.</summary>
    [Field(8)]
    public partial Json? Default { get; init; }

    /// <summary>The largest number.</summary>
    [Field(9)]
    public partial double? Maximum { get; init; }

    /// <summary>Whether maximum itself is out.</summary>
    [Field(10)]
    public partial bool ExclusiveMaximum { get; init; }

    /// <summary>The smallest number.</summary>
    [Field(11)]
    public partial double? Minimum { get; init; }

    /// <summary>Whether minimum itself is out.</summary>
    [Field(12)]
    public partial bool ExclusiveMinimum { get; init; }

    /// <summary>The most characters.</summary>
    [Field(13)]
    public partial long? MaxLength { get; init; }

    /// <summary>The fewest characters.</summary>
    [Field(14)]
    public partial long? MinLength { get; init; }

    /// <summary>A regular expression that must be found in the text.</summary>
    [Field(15)]
    public partial string Pattern { get; init; }

    /// <summary>The most items.</summary>
    [Field(16)]
    public partial long? MaxItems { get; init; }

    /// <summary>The fewest items.</summary>
    [Field(17)]
    public partial long? MinItems { get; init; }

    /// <summary>Must not be true; use x-kubernetes-list-type: set.</summary>
    [Field(18)]
    public partial bool UniqueItems { get; init; }

    /// <summary>Of what the number is a multiple.</summary>
    [Field(19)]
    public partial double? MultipleOf { get; init; }

    /// <summary>The values allowed.</summary>
    [Field(20)]
    public partial ValueList<Json> Enum { get; init; }

    /// <summary>The most members.</summary>
    [Field(21)]
    public partial long? MaxProperties { get; init; }

    /// <summary>The fewest members.</summary>
    [Field(22)]
    public partial long? MinProperties { get; init; }

    /// <summary>The members that must be there.</summary>
    [Field(23)]
    public partial ValueList<string> Required { get; init; }

    /// <summary>The schema of items.</summary>
    [Field(24)]
    public partial JSONSchemaPropsOrArray? Items { get; init; }

    /// <summary>Schemas that must all be met.</summary>
    [Field(25)]
    public partial ValueList<JSONSchemaProps> AllOf { get; init; }

    /// <summary>Schemas of which exactly one must be met.</summary>
    [Field(26)]
    public partial ValueList<JSONSchemaProps> OneOf { get; init; }

    /// <summary>Schemas of which one must be met.</summary>
    [Field(27)]
    public partial ValueList<JSONSchemaProps> AnyOf { get; init; }

    /// <summary>A schema that must not be met.</summary>
    [Field(28)]
    public partial JSONSchemaProps? Not { get; init; }

    /// <summary>The members and their schemas.</summary>
    [Field(29)]
    public partial ValueMap<JSONSchemaProps> Properties { get; init; }

    /// <summary>The schema of all other members. Excludes properties.</summary>
    [Field(30)]
    public partial JSONSchemaPropsOrBool? AdditionalProperties { get; init; }

    /// <summary>Not allowed in definitions.</summary>
    [Field(31)]
    public partial ValueMap<JSONSchemaProps> PatternProperties { get; init; }

    /// <summary>Not allowed in definitions.</summary>
    [Field(32)]
    public partial ValueMap<JSONSchemaPropsOrStringArray> Dependencies { get; init; }

    /// <summary>Not allowed in definitions.</summary>
    [Field(33)]
    public partial JSONSchemaPropsOrBool? AdditionalItems { get; init; }

    /// <summary>Not allowed in definitions.</summary>
    [Field(34)]
    public partial ValueMap<JSONSchemaProps> Definitions { get; init; }

    /// <summary>Where more is written.</summary>
    [Field(35)]
    public partial ExternalDocumentation? ExternalDocs { get; init; }

    /// <summary>An example.</summary>
    [Field(36)]
    public partial Json? Example { get; init; }

    /// <summary>Whether null is allowed.</summary>
    [Field(37)]
    public partial bool Nullable { get; init; }

    /// <summary>Whether members that the schema does not name are kept, here and below.</summary>
    [Field(38, Json = "x-kubernetes-preserve-unknown-fields")]
    public partial bool? XKubernetesPreserveUnknownFields { get; init; }

    /// <summary>Whether the value is a whole object with apiVersion, kind and metadata.</summary>
    [Field(39, Json = "x-kubernetes-embedded-resource")]
    public partial bool XKubernetesEmbeddedResource { get; init; }

    /// <summary>Whether the value is a whole number or a text. Needs no type.</summary>
    [Field(40, Json = "x-kubernetes-int-or-string")]
    public partial bool XKubernetesIntOrString { get; init; }

    /// <summary>The members that tell items of a map list apart.</summary>
    [Field(41, Json = "x-kubernetes-list-map-keys")]
    public partial ValueList<string> XKubernetesListMapKeys { get; init; }

    /// <summary>How a list is merged: <c>atomic</c> (the default), <c>set</c> or <c>map</c>.</summary>
    [Field(42, Json = "x-kubernetes-list-type")]
    public partial string? XKubernetesListType { get; init; }

    /// <summary>How a map is merged: <c>granular</c> (the default) or <c>atomic</c>.</summary>
    [Field(43, Json = "x-kubernetes-map-type")]
    public partial string? XKubernetesMapType { get; init; }

    /// <summary>Checks in CEL.</summary>
    [Field(44, Json = "x-kubernetes-validations")]
    public partial ValueList<ValidationRule> XKubernetesValidations { get; init; }
}

/// <summary>A field to select by.</summary>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record SelectableField
{
    /// <summary>The field's path; leads to a string, boolean or integer.</summary>
    [Field(1, Always = true)]
    public partial string JsonPath { get; init; }
}

/// <summary>A Service and a path on it.</summary>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record ServiceReference
{
    /// <summary>Its namespace.</summary>
    [Field(1, Always = true)]
    public partial string Namespace { get; init; }

    /// <summary>Its name.</summary>
    [Field(2, Always = true)]
    public partial string Name { get; init; }

    /// <summary>The path of requests.</summary>
    [Field(3)]
    public partial string? Path { get; init; }

    /// <summary>Its port; 443 by default.</summary>
    [Field(4)]
    public partial int? Port { get; init; }
}

/// <summary>A check in CEL.</summary>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record ValidationRule
{
    /// <summary>The expression; <c>self</c> is the value, <c>oldSelf</c> the one before.</summary>
    [Field(1, Always = true)]
    public partial string Rule { get; init; }

    /// <summary>What to say where it is false; on one line.</summary>
    [Field(2)]
    public partial string Message { get; init; }

    /// <summary>A CEL expression that makes the message; wins over message.</summary>
    [Field(3)]
    public partial string MessageExpression { get; init; }

    /// <summary>
    /// <c>FieldValueInvalid</c> (the default), <c>FieldValueForbidden</c>, <c>FieldValueRequired</c> or <c>FieldValueDuplicate</c>.
    /// </summary>
    [Field(4)]
    public partial string? Reason { get; init; }

    /// <summary>The field to blame, below the value.</summary>
    [Field(5)]
    public partial string FieldPath { get; init; }

    /// <summary>Whether rules with oldSelf are also checked where there is no old value; it is then an optional.</summary>
    [Field(6)]
    public partial bool? OptionalOldSelf { get; init; }
}

/// <summary>How a webhook is reached: by url or by service.</summary>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record WebhookClientConfig
{
    /// <summary>An HTTPS address, without user, query or fragment.</summary>
    [Field(3)]
    public partial string? Url { get; init; }

    /// <summary>A Service of the cluster.</summary>
    [Field(1)]
    public partial ServiceReference? Service { get; init; }

    /// <summary>The authorities' certificates in PEM form by which the server's is checked; the system's when empty.</summary>
    [Field(2)]
    public partial Bytes CaBundle { get; init; }
}

/// <summary>A webhook that converts.</summary>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record WebhookConversion
{
    /// <summary>How it is reached.</summary>
    [Field(2)]
    public partial WebhookClientConfig? ClientConfig { get; init; }

    /// <summary>The versions of ConversionReview that it understands, best first.</summary>
    [Field(3, Always = true)]
    public partial ValueList<string> ConversionReviewVersions { get; init; }
}

/// <summary>The status subresource: writes to it change only status, other writes all but status.</summary>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record CustomResourceSubresourceStatus
{
}
