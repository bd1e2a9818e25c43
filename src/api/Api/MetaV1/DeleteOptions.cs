using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>How to delete.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
[Kind("", "v1")]
public sealed partial record DeleteOptions
{
    /// <summary>Seconds for a graceful end; 0 deletes at once. The kind's own when unset.</summary>
    [Field(1)]
    public partial long? GracePeriodSeconds { get; init; }

    /// <summary>What must hold for it to happen.</summary>
    [Field(2)]
    public partial Preconditions? Preconditions { get; init; }

    /// <summary>Superseded by propagationPolicy.</summary>
    [Field(3)]
    public partial bool? OrphanDependents { get; init; }

    /// <summary>
    /// What becomes of what the object owns: <c>Orphan</c> keeps it, <c>Background</c> deletes it afterwards, <c>Foreground</c> first.
    /// </summary>
    [Field(4)]
    public partial string? PropagationPolicy { get; init; }

    /// <summary><c>All</c> does everything but delete.</summary>
    [Field(5, ListType = "atomic")]
    public partial ValueList<string> DryRun { get; init; }

    /// <summary>Whether an object that can no longer be read is removed without its finalizers. Dangerous; off by default.</summary>
    [Field(6)]
    public partial bool? IgnoreStoreReadErrorWithClusterBreakingPotential { get; init; }
}

/// <summary>What must hold for an operation to be carried out.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record Preconditions
{
    /// <summary>The uid that the object must have.</summary>
    [Field(1)]
    public partial string? Uid { get; init; }

    /// <summary>The version that the object must have.</summary>
    [Field(2)]
    public partial string? ResourceVersion { get; init; }
}
