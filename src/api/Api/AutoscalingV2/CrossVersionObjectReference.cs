using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AutoscalingV2;

/// <summary>An object in the same namespace.</summary>
[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record CrossVersionObjectReference
{
    /// <summary>Its kind.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Kind { get; init; }

    /// <summary>Its name.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>Its group and version.</summary>
    [Field(3)]
    public partial string ApiVersion { get; init; }
}
