using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ApiExtensionsV1;

/// <summary>A question to a webhook that converts, and its answer.</summary>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record ConversionReview
{
    /// <summary>The question.</summary>
    [Field(1)]
    public partial ConversionRequest? Request { get; init; }

    /// <summary>The answer.</summary>
    [Field(2)]
    public partial ConversionResponse? Response { get; init; }
}

/// <summary>What to convert.</summary>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record ConversionRequest
{
    /// <summary>The question's id, which the answer repeats.</summary>
    [Field(1, Always = true)]
    public partial string Uid { get; init; }

    /// <summary>Into which version.</summary>
    [Field(2, Always = true)]
    public partial string DesiredAPIVersion { get; init; }

    /// <summary>The objects.</summary>
    [Field(3, Always = true)]
    public partial ValueList<RawExtension> Objects { get; init; }
}

/// <summary>What was converted.</summary>
[Message("k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1")]
public sealed partial record ConversionResponse
{
    /// <summary>The question's id.</summary>
    [Field(1, Always = true)]
    public partial string Uid { get; init; }

    /// <summary>The objects in the same order; everything but labels and annotations of their metadata must be unchanged.</summary>
    [Field(2, Always = true)]
    public partial ValueList<RawExtension> ConvertedObjects { get; init; }

    /// <summary>How it went.</summary>
    [Field(3, Always = true)]
    public partial Status Result { get; init; }
}
