using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.TracingConfigV1;

/// <summary>Where traces go.</summary>
[Message]
public sealed partial record TracingConfiguration
{
    /// <summary>The collector's address; localhost:4317 by default.</summary>
    [Field]
    public partial string? Endpoint { get; init; }

    /// <summary>How many of a million spans are kept; 0 by default.</summary>
    [Field]
    public partial int? SamplingRatePerMillion { get; init; }
}
