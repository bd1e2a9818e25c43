using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ApiExtensionsV1Beta1;

/// <inheritdoc cref="ApiExtensionsV1.SelectableField"/>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1beta1")]
public sealed partial record SelectableField
{
    [Field(1, Always = true)]
    public partial string JsonPath { get; init; }
}
