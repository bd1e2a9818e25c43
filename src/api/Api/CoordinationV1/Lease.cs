using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoordinationV1;

/// <summary>A lock that must be renewed: for electing leaders and for nodes' heartbeats.</summary>
[Message("k8s.io.api.coordination.v1")]
[Kind("coordination.k8s.io", "v1", Plural = "leases", Namespaced = true)]
public sealed partial record Lease
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial LeaseSpec Spec { get; init; }
}

[Message("k8s.io.api.coordination.v1")]
[Kind("coordination.k8s.io", "v1")]
public sealed partial record LeaseList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<Lease> Items { get; init; }
}

/// <summary>Who holds it and until when.</summary>
[Message("k8s.io.api.coordination.v1")]
public sealed partial record LeaseSpec
{
    /// <summary>Who holds it; nobody when empty.</summary>
    [Field(1)]
    public partial string? HolderIdentity { get; init; }

    /// <summary>Seconds after renewTime during which nobody else may take it.</summary>
    [Field(2)]
    public partial int? LeaseDurationSeconds { get; init; }

    /// <summary>When the holder took it.</summary>
    [Field(3)]
    public partial MicroTime? AcquireTime { get; init; }

    /// <summary>When the holder last renewed it.</summary>
    [Field(4)]
    public partial MicroTime? RenewTime { get; init; }

    /// <summary>How often it changed hands.</summary>
    [Field(5)]
    public partial int? LeaseTransitions { get; init; }

    /// <summary>How the holder is chosen, where the server chooses.</summary>
    [Field(6)]
    public partial string? Strategy { get; init; }

    /// <summary>Who should take it over.</summary>
    [Field(7)]
    public partial string? PreferredHolder { get; init; }
}
