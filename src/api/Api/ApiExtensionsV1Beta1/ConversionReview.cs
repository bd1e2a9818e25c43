using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ApiExtensionsV1Beta1;

/// <inheritdoc cref="ApiExtensionsV1.ConversionReview"/>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1beta1")]
public sealed partial record ConversionReview
{
    [Field(1)]
    public partial ConversionRequest? Request { get; init; }

    [Field(2)]
    public partial ConversionResponse? Response { get; init; }
}

/// <inheritdoc cref="ApiExtensionsV1.ConversionRequest"/>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1beta1")]
public sealed partial record ConversionRequest
{
    [Field(1, Always = true)]
    public partial string Uid { get; init; }

    [Field(2, Always = true)]
    public partial string DesiredAPIVersion { get; init; }

    [Field(3, Always = true)]
    public partial ValueList<RawExtension> Objects { get; init; }
}

/// <inheritdoc cref="ApiExtensionsV1.ConversionResponse"/>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1beta1")]
public sealed partial record ConversionResponse
{
    [Field(1, Always = true)]
    public partial string Uid { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<RawExtension> ConvertedObjects { get; init; }

    [Field(3, Always = true)]
    public partial Status Result { get; init; }
}
