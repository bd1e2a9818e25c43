using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ApiExtensionsV1Beta1;

/// <inheritdoc cref="ApiExtensionsV1.CustomResourceDefinitionNames"/>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1beta1")]
public sealed partial record CustomResourceDefinitionNames
{
    [Field(1, Always = true)]
    public partial string Plural { get; init; }

    [Field(2)]
    public partial string Singular { get; init; }

    [Field(3)]
    public partial ValueList<string> ShortNames { get; init; }

    [Field(4, Always = true)]
    public partial string Kind { get; init; }

    [Field(5)]
    public partial string ListKind { get; init; }

    [Field(6)]
    public partial ValueList<string> Categories { get; init; }
}
