using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>Amounts of resources.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ResourceRequirements
{
    /// <summary>The most that may be used. Beyond it, CPU is throttled and a container that takes too much memory is killed.</summary>
    [Field(1)]
    public partial ValueMap<Quantity> Limits { get; init; }

    /// <summary>What is set aside when placing the pod; equals the limits where only those are given. Must not exceed the limits.</summary>
    [Field(2)]
    public partial ValueMap<Quantity> Requests { get; init; }

    /// <summary>The pod's resource claims that this container uses. Fixed once the pod exists.</summary>
    [Field(3, ListType = "map", MapKeys = "name")]
    public partial ValueList<ResourceClaim> Claims { get; init; }
}

/// <summary>A claim that the container uses.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ResourceClaim
{
    /// <summary>The name in the pod's resourceClaims.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>One request of the claim; all of them when unset.</summary>
    [Field(2)]
    public partial string Request { get; init; }
}
