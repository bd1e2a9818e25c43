using Cybernetes.Api.Machinery;
using JSONSchemaProps = Cybernetes.Api.ApiExtensionsV1.JSONSchemaProps;

namespace Cybernetes.Api.ApiExtensionsV1Beta1;

/// <inheritdoc cref="ApiExtensionsV1.CustomResourceValidation"/>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1beta1")]
public sealed partial record CustomResourceValidation
{
    // Schemas are the same in both versions.
    [Field(1)]
    public partial JSONSchemaProps? OpenAPIV3Schema { get; init; }
}
