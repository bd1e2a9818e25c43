using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record ResourceRequirements
{
    [Field(1)]
    public partial ValueMap<Quantity> Limits { get; init; }

    [Field(2)]
    public partial ValueMap<Quantity> Requests { get; init; }

    [Field(3, ListType = "map", MapKeys = "name")]
    public partial ValueList<ResourceClaim> Claims { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ResourceClaim
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2)]
    public partial string Request { get; init; }
}
