using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ResourceV1Beta2;

/// <inheritdoc cref="ResourceV1.DeviceToleration"/>
[Message("k8s.io.api.resource.v1beta2")]
public sealed partial record DeviceToleration
{
    [Field(1)]
    public partial string Key { get; init; }

    [Field(2, Default = "\"Equal\"")]
    public partial string Operator { get; init; }

    [Field(3)]
    public partial string Value { get; init; }

    [Field(4)]
    public partial string Effect { get; init; }

    [Field(5)]
    public partial long? TolerationSeconds { get; init; }
}
