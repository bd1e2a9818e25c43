using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ApiExtensionsV1Beta1;

/// <inheritdoc cref="ApiExtensionsV1.CustomResourceColumnDefinition"/>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1beta1")]
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

    [Field(6, Json = "JSONPath", Always = true)]
    public partial string JSONPath { get; init; }
}
