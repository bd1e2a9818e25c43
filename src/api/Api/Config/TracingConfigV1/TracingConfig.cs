using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.TracingConfigV1;

[Message]
public sealed partial record TracingConfiguration
{
    [Field]
    public partial string? Endpoint { get; init; }

    [Field]
    public partial int? SamplingRatePerMillion { get; init; }
}
