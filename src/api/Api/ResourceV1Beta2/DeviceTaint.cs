using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ResourceV1Beta2;

/// <inheritdoc cref="ResourceV1.DeviceTaint"/>
[Message("k8s.io.api.resource.v1beta2")]
public sealed partial record DeviceTaint
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Key { get; init; }

    [Field(2)]
    public partial string Value { get; init; }

    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Effect { get; init; }

    [Field(4)]
    public partial Time? TimeAdded { get; init; }
}
